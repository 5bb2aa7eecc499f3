'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextArea } from '@/app/_components/ui/field'
import { saveExerciseNotesAction } from '../actions'

interface NotesFormProps {
  exerciseLogId: string
  notes: string
  label: string
  save: string
  saved: string
}

export function NotesForm({ exerciseLogId, notes, label, save, saved }: NotesFormProps) {
  return (
    <ActionForm action={saveExerciseNotesAction} className="flex flex-col gap-2">
      {({ error, data }) => (
        <>
          <input type="hidden" name="exerciseLogId" value={exerciseLogId} />
          <TextArea label={label} name="notes" error={error} defaultValue={notes} rows={2} />
          <span className="flex items-center gap-3">
            <Button look="quiet" size="compact">
              {save}
            </Button>
            <span role="status" className="text-sm text-soft">
              {data ? saved : null}
            </span>
          </span>
        </>
      )}
    </ActionForm>
  )
}
