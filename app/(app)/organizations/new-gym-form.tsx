'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { createGymAction } from './actions'

export function NewGymForm({ words }: { words: Record<'name' | 'hint' | 'submit', string> }) {
  return (
    <ActionForm action={createGymAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <TextField
            label={words.name}
            name="name"
            error={error}
            hint={words.hint}
            maxLength={100}
            autoComplete="off"
            required
          />
          <Button look="quiet" aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
