'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { confirmEmailChangeAction } from './actions'

interface AgreeFormProps {
  token: string
  /** `done` has `{email}` where the new address goes. */
  words: Record<'submit' | 'done', string>
}

export function AgreeForm({ token, words }: AgreeFormProps) {
  return (
    <ActionForm action={confirmEmailChangeAction} className="grid gap-4">
      {({ data, isPending }) =>
        data ? (
          <Notice tone="good">
            <p className="wrap-anywhere">{words.done.replace('{email}', data.email)}</p>
          </Notice>
        ) : (
          <>
            <input type="hidden" name="token" value={token} />
            <Button aria-disabled={isPending}>{words.submit}</Button>
          </>
        )
      }
    </ActionForm>
  )
}
