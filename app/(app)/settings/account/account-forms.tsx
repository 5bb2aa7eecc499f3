'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { ChoiceField, TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import { AnswerToast } from '@/app/_components/ui/toast'
import { changeRoleAction, requestAccountDeletionAction, requestEmailChangeAction } from './actions'

type Words<K extends string> = Record<K | 'submit' | 'done', string>

export function EmailForm({ words }: { words: Words<'email' | 'hint'> }) {
  return (
    <ActionForm action={requestEmailChangeAction} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <>
          <TextField
            label={words.email}
            name="email"
            error={error}
            hint={words.hint}
            defaultValue={data?.email}
            type="email"
            autoComplete="email"
            required
          />
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
          {data ? <Notice tone="good">{words.done}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}

interface RoleFormProps {
  role: string
  roles: readonly { value: string; label: string; hint: string }[]
  words: Words<'role'>
}

export function RoleForm({ role, roles, words }: RoleFormProps) {
  return (
    <ActionForm action={changeRoleAction} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <>
          <ChoiceField
            label={words.role}
            name="role"
            error={error}
            defaultValue={role}
            options={roles}
          />
          <AnswerToast answer={data}>{words.done}</AnswerToast>
          <Button look="quiet" aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}

export function DeletionForm({ words }: { words: Words<never> }) {
  return (
    <ActionForm action={requestAccountDeletionAction} className="flex flex-col gap-4">
      {({ data, isPending }) => (
        <>
          <Button look="danger" aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
          {data ? <Notice tone="good">{words.done}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
