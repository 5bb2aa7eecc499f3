'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { giveCodeAction, giveRecoveryCodeAction } from './actions'

interface CodeFormProps {
  next: string
  words: { code: string; submit: string }
}

/** Six digits of the app. */
export function CodeForm({ next, words }: CodeFormProps) {
  return (
    <ActionForm action={giveCodeAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label={words.code}
            name="code"
            error={error}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
          />
          <Button aria-disabled={isPending}>{words.submit}</Button>
        </>
      )}
    </ActionForm>
  )
}

export function RecoveryForm({ next, words }: CodeFormProps) {
  return (
    <ActionForm action={giveRecoveryCodeAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label={words.code}
            name="code"
            error={error}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            required
          />
          <Button aria-disabled={isPending}>{words.submit}</Button>
        </>
      )}
    </ActionForm>
  )
}
