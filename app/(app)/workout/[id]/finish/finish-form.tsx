'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { ChoiceField, TextArea, TextField } from '@/app/_components/ui/field'
import { completeWorkoutAction } from '../../actions'

interface FinishWords {
  feeling: string
  feelings: { value: string; label: string }[]
  sessionRpe: string
  notes: string
  finish: string
}

export function FinishForm({ sessionId, words }: { sessionId: string; words: FinishWords }) {
  return (
    <ActionForm action={completeWorkoutAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="sessionId" value={sessionId} />
          <ChoiceField
            label={words.feeling}
            name="feeling"
            error={error}
            options={words.feelings}
          />
          <TextField label={words.sessionRpe} name="sessionRpe" error={error} inputMode="decimal" />
          <TextArea label={words.notes} name="notes" error={error} maxLength={2000} />
          <Button disabled={isPending}>{words.finish}</Button>
        </>
      )}
    </ActionForm>
  )
}
