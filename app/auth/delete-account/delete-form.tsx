'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { deleteAccountAction } from './actions'

export function DeleteForm({ token, submit }: { token: string; submit: string }) {
  return (
    <ActionForm action={deleteAccountAction} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Button look="danger">{submit}</Button>
    </ActionForm>
  )
}
