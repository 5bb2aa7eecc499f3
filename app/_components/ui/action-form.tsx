'use client'

import {
  type ComponentProps,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react'
import type { PublicError, Result } from '@/lib/core/result'
import { Notice } from './notice'

export type FormAction<T> = (previous: Result<T> | null, formData: FormData) => Promise<Result<T>>

/** The answer of a form is scrolled to: the first wrong field, else the message for the whole form. */
const WRONG = '[aria-invalid=true]'
const SAID = '[role=alert],[role=status]'

type HeldState<T> = [
  state: Result<T> | null,
  formAction: (formData: FormData) => void,
  isPending: boolean,
]

interface FormProps<T> extends Omit<ComponentProps<'form'>, 'action' | 'children' | 'onSubmit'> {
  /** Drawn anew with the answer; fields take `error` to show their sentence and what was typed. */
  children:
    | ReactNode
    | ((state: { error: PublicError | null; data: T | null; isPending: boolean }) => ReactNode)
}

/**
 * A form over a server action. Without JavaScript it is a plain post; with it the same action
 * runs in place and what was typed stays, since React's own reset after an action is avoided.
 */
export function ActionForm<T>({ action, ...rest }: FormProps<T> & { action: FormAction<T> }) {
  return <StateForm {...rest} actionState={useActionState(action, null)} />
}

/**
 * The same where a part above holds the state: without JavaScript an answer is shown only by a part
 * that stands on the page before and after the post.
 */
export function StateForm<T>({
  actionState: [state, formAction, isPending],
  children,
  ...rest
}: FormProps<T> & { actionState: HeldState<T> }) {
  const error = state?.[0] ?? null
  const form = useRef<HTMLFormElement>(null)
  // The focus stays on the button, which may be far from the message.
  useEffect(() => {
    const { current } = form
    const said = state && (current?.querySelector(WRONG) ?? current?.querySelector(SAID))
    said?.scrollIntoView({ block: said.matches(WRONG) ? 'center' : 'nearest' })
  }, [state])
  return (
    <form
      {...rest}
      ref={form}
      action={formAction}
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault()
        if (isPending) return
        const submitter =
          event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        const formData = new FormData(event.currentTarget, submitter)
        startTransition(() => formAction(formData))
      }}
    >
      {error ? (
        // Below the button it moves nothing; a script brings it into view, and without one it comes first.
        <div className="order-last noscript:order-none">
          <Notice tone="bad">
            {error.fields?.[''] ? error.fields[''].join(' ') : error.message}
          </Notice>
        </div>
      ) : null}
      {typeof children === 'function'
        ? children({ error, data: state?.[1] ?? null, isPending })
        : children}
    </form>
  )
}
