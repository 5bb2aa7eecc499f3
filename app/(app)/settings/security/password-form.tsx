'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { PasswordField } from '@/app/_components/ui/password-field'
import { changePasswordAction, mailPasswordLinkAction } from './actions'

interface PasswordFormProps {
  /** So that a password manager knows whose password it is. */
  email: string
  words: Record<'current' | 'new' | 'hint' | 'show' | 'hide' | 'submit' | 'done', string>
}

export function PasswordForm({ email, words }: PasswordFormProps) {
  return (
    <ActionForm action={changePasswordAction} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <>
          {data ? <Notice tone="good">{words.done}</Notice> : null}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          {/* Empty again once the password is changed. */}
          <PasswordField
            key={data ? 'changed' : 'current'}
            label={words.current}
            name="currentPassword"
            error={error}
            words={words}
            autoComplete="current-password"
            required
          />
          <PasswordField
            key={data ? 'changed-new' : 'new'}
            label={words.new}
            name="newPassword"
            error={error}
            hint={words.hint}
            words={words}
            autoComplete="new-password"
            required
          />
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}

/** The way to a first password, for whoever came by a provider. */
export function PasswordLinkForm({ words }: { words: Record<'submit' | 'done', string> }) {
  return (
    <ActionForm action={mailPasswordLinkAction} className="flex flex-col items-start gap-4">
      {({ data, isPending }) => (
        <>
          {data ? <Notice tone="good">{words.done}</Notice> : null}
          <Button look="quiet" aria-disabled={isPending}>
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
