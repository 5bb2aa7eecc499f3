'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { renameGymAction } from '../../actions'

interface RenameFormProps {
  gym: { id: string; name: string; slug: string }
  words: Record<'name' | 'slug' | 'slugHint' | 'save', string>
}

export function RenameForm({ gym, words }: RenameFormProps) {
  return (
    <ActionForm action={renameGymAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="gymId" value={gym.id} />
          <TextField
            label={words.name}
            name="name"
            error={error}
            defaultValue={gym.name}
            maxLength={100}
            autoComplete="off"
            required
          />
          <TextField
            label={words.slug}
            name="slug"
            error={error}
            hint={words.slugHint}
            defaultValue={gym.slug}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.save}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
