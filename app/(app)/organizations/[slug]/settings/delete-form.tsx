'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { deleteGymAction } from '../../actions'

interface DeleteFormProps {
  gymId: string
  /** What has to be typed. */
  name: string
  words: Record<'confirmation' | 'submit', string>
}

export function DeleteForm({ gymId, name, words }: DeleteFormProps) {
  return (
    <ActionForm action={deleteGymAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="gymId" value={gymId} />
          <TextField
            label={words.confirmation}
            name="confirmation"
            error={error}
            hint={name}
            maxLength={100}
            autoComplete="off"
            required
          />
          <Button
            look="danger"
            aria-disabled={isPending}
            className="wrap-anywhere whitespace-normal! sm:self-start"
          >
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
