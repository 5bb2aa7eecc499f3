'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { createRoutineAction } from '../actions'

export function NewRoutineForm({ words }: { words: { name: string; create: string } }) {
  return (
    <ActionForm action={createRoutineAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
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
