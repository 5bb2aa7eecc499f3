'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import { deleteAccountAction } from './actions'
import { noteLeaver } from './leaver'

export function DeleteForm({ token, submit }: { token: string; submit: string }) {
  return (
    <ActionForm
      action={deleteAccountAction}
      onSubmitCapture={() => noteLeaver(readPersonCookie(document.cookie))}
      className="grid gap-4"
    >
      <input type="hidden" name="token" value={token} />
      <Button look="danger">{submit}</Button>
    </ActionForm>
  )
}
