'use client'

import Link from 'next/link'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { PasswordField } from '@/app/_components/ui/password-field'
import { LINK } from '../auth-card'
import { confirmPath } from '../verify-email/confirm-path'
import { signInAction } from './actions'

export function LoginForm({
  next,
  email,
  words,
}: {
  next: string
  /** Of whoever is signed in and has to prove it again. */
  email?: string | undefined
  words: Record<'email' | 'password' | 'show' | 'hide' | 'signIn' | 'resend', string>
}) {
  return (
    <ActionForm action={signInAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label={words.email}
            name="email"
            error={error}
            defaultValue={email}
            type="email"
            autoComplete="username"
            required
          />
          <PasswordField
            label={words.password}
            name="password"
            error={error}
            words={words}
            autoComplete="current-password"
            required
          />
          <Button aria-disabled={isPending}>{words.signIn}</Button>
          {error?.key === 'credentials' ? (
            <Link href={confirmPath(next) as '/auth/verify-email'} className={`${LINK} text-sm`}>
              {words.resend}
            </Link>
          ) : null}
        </>
      )}
    </ActionForm>
  )
}
