'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextArea } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import { saveExerciseNoteAction } from '../actions'

/** What the person wants to remember about the exercise. */
export function NoteForm(props: {
  exerciseId: string
  note: string
  words: { label: string; hint: string; save: string; saved: string }
}) {
  const { exerciseId, note, words } = props
  return (
    <ActionForm action={saveExerciseNoteAction} className="flex flex-col gap-3">
      {({ error, data }) => (
        <>
          <input type="hidden" name="exerciseId" value={exerciseId} />
          <TextArea
            label={words.label}
            hint={words.hint}
            name="note"
            maxLength={2000}
            defaultValue={note}
            error={error}
          />
          {data ? <Notice tone="good">{words.saved}</Notice> : null}
          <Button look="quiet" className="self-start">
            {words.save}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
