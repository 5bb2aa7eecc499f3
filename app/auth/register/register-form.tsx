'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { ChoiceField, TextField } from '@/app/_components/ui/field'
import { PasswordField } from '@/app/_components/ui/password-field'
import { TimeZoneField } from '../time-zone-field'
import { registerAction } from './actions'

interface RegisterFormProps {
  /** Where to go once the address is confirmed. */
  next: string
  words: Record<
    'name' | 'email' | 'password' | 'passwordHint' | 'show' | 'hide' | 'role' | 'unit' | 'submit',
    string
  >
  roles: { value: string; label: string; hint: string }[]
  units: { value: string; label: string }[]
  /** What people weigh in where the browser says it is. */
  usualUnit: string
}

export function RegisterForm({ next, words, roles, units, usualUnit }: RegisterFormProps) {
  return (
    <ActionForm action={registerAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TimeZoneField />
          <TextField
            label={words.name}
            name="name"
            error={error}
            autoComplete="name"
            maxLength={80}
            required
          />
          <TextField
            label={words.email}
            name="email"
            error={error}
            type="email"
            autoComplete="username"
            required
          />
          <PasswordField
            label={words.password}
            name="password"
            error={error}
            hint={words.passwordHint}
            words={words}
            autoComplete="new-password"
            required
          />
          <ChoiceField
            label={words.role}
            name="role"
            error={error}
            options={roles}
            defaultValue="athlete"
          />
          <ChoiceField
            label={words.unit}
            name="weightUnit"
            error={error}
            options={units}
            defaultValue={usualUnit}
          />
          <Button aria-disabled={isPending}>{words.submit}</Button>
        </>
      )}
    </ActionForm>
  )
}
