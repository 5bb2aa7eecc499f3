'use client'

import { ActionForm, type FormAction } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'

interface MailFormProps {
  action: FormAction<{ email: string }>
  /** Where the mailed link leads on to. */
  next?: string | undefined
  /** The address where it is known already; then it is not asked for. */
  email?: string | undefined
  words: { email: string; submit: string; done: string }
}

/** Asks for an address to mail a link to; the answer is the same for every address. */
export function MailForm({ action, next, email, words }: MailFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <>
          {data ? <Notice tone="good">{words.done}</Notice> : null}
          {next ? <input type="hidden" name="next" value={next} /> : null}
          {email ? (
            <input type="hidden" name="email" value={email} />
          ) : (
            <TextField
              label={words.email}
              name="email"
              error={error}
              defaultValue={data?.email}
              type="email"
              autoComplete="username"
              required
            />
          )}
          <Button look={email ? 'quiet' : 'primary'} aria-disabled={isPending}>
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
