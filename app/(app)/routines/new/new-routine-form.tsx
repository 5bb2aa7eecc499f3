'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { createRoutineAction } from '../actions'

interface NewRoutineFormProps {
  /** The gym it is for; left out it is one's own. */
  gymId?: string | undefined
  words: { name: string; create: string }
}

export function NewRoutineForm({ gymId, words }: NewRoutineFormProps) {
  return (
    <ActionForm action={createRoutineAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          {gymId ? <input type="hidden" name="gymId" value={gymId} /> : null}
          <TextField
            label={words.name}
            name="name"
            error={error}
            required
            maxLength={100}
            autoComplete="off"
          />
          <Button disabled={isPending}>{words.create}</Button>
        </>
      )}
    </ActionForm>
  )
}
