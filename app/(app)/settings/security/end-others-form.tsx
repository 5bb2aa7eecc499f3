'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { endOtherSessionsAction } from './actions'

export function EndOthersForm({ submit, done }: { submit: string; done: string }) {
  return (
    <ActionForm action={endOtherSessionsAction} className="flex flex-col gap-3">
      {({ data, isPending }) => (
        <>
          {data ? <Notice tone="good">{done}</Notice> : null}
          <Button look="quiet" aria-disabled={isPending}>
            {submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
