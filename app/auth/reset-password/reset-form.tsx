'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { PasswordField } from '@/app/_components/ui/password-field'
import { resetPasswordAction } from './actions'

export function ResetForm({
  token,
  isFirst,
  next,
  words,
}: {
  token: string
  isFirst: boolean
  /** Where to go once signed in with it. */
  next: string
  words: Record<'password' | 'hint' | 'show' | 'hide' | 'submit', string>
}) {
  return (
    <ActionForm action={resetPasswordAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {isFirst ? <input type="hidden" name="isFirst" value="true" /> : null}
          <input type="hidden" name="next" value={next} />
          <PasswordField
            label={words.password}
            name="password"
            error={error}
            hint={words.hint}
            words={words}
            autoComplete="new-password"
            required
          />
          <Button aria-disabled={isPending}>{words.submit}</Button>
        </>
      )}
    </ActionForm>
  )
}
