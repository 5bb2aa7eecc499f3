'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import type { PublicError } from '@/lib/core/result'
import { inviteMemberAction } from '../actions'

interface Role {
  value: string
  label: string
  hint: string
}

interface InviteFormProps {
  gymId: string
  roles: readonly Role[]
  words: Record<'email' | 'role' | 'submit' | 'sent', string>
}

/** Asks somebody into the gym by their address. */
export function InviteForm({ gymId, roles, words }: InviteFormProps) {
  return (
    <ActionForm action={inviteMemberAction} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <>
          {data ? <Notice tone="good">{words.sent.replace('{email}', data.email)}</Notice> : null}
          <input type="hidden" name="gymId" value={gymId} />
          {/* Empty again once it is sent. */}
          <TextField
            key={data && `${data.id} ${data.expiresAt}`}
            label={words.email}
            name="email"
            type="email"
            error={error}
            autoComplete="off"
            required
          />
          <RoleField label={words.role} roles={roles} error={error} />
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}

interface RoleFieldProps {
  label: string
  roles: readonly Role[]
  error: PublicError | null
}

function RoleField({ label, roles, error }: RoleFieldProps) {
  const chosen = error?.values?.memberRole ?? roles[0]?.value
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      {roles.map(({ value, label: name, hint }) => (
        <label
          key={value}
          className="flex min-h-12 items-center gap-3 rounded-control border border-field bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="memberRole"
            value={value}
            defaultChecked={value === chosen}
            className="size-4 flex-none accent-accent"
          />
          <span>
            <span className="block font-medium">{name}</span>
            <span className="block text-[0.8125rem] text-soft">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
