'use client'

import { type ComponentProps, type ReactNode, useActionState, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { editWorkoutAction } from '@/app/(app)/workout/actions'
import { newId } from '@/lib/core/id'
import type { PublicError } from '@/lib/core/result'
import type { Outcome } from '@/lib/domain/training/apply-operation'
import type { Change } from '@/lib/domain/training/operations'
import { useSharedTraining } from './training-context'
import { say, type TrainWords } from './words'

type Fields = Record<string, string>

interface ChangeFormProps extends Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'children'> {
  /** What a press does; `fields` has what stands in the form. It makes new ids each time. */
  change: (fields: Fields) => Change
  onDone?: (() => void) | undefined
  /** Where what surrounds the form has to know what became of a post. */
  posted?: PostedChange
  children: ReactNode
}

export type PostedChange = ReturnType<typeof usePostedChange>

/** What a post without JavaScript was answered with. */
export const usePostedChange = () => useActionState(editWorkoutAction, null)

/**
 * A change of the workout as a form: a plain post without JavaScript, done here and now with it. The
 * hidden fields say the same as the change does.
 */
export function ChangeForm({ change, onDone, posted, children, ...rest }: ChangeFormProps) {
  const { document, dispatch, words } = useSharedTraining()
  const own = usePostedChange()
  const [answer, action] = posted ?? own
  const [refusal, setRefusal] = useState<string | null>(null)
  const said = refusal ?? sentenceOf(answer?.[0])
  return (
    <form
      {...rest}
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const texts = [...form].flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value] as const] : [],
        )
        const outcome = dispatch(change(Object.fromEntries(texts)))
        setRefusal(outcome.kind === 'refused' ? refusalOf(outcome, words) : null)
        if (outcome.kind === 'applied') onDone?.()
      }}
    >
      {said ? <Notice tone="bad">{said}</Notice> : null}
      {/* Made with the page, so a post sent twice is one. */}
      <input type="hidden" name="id" value={newId()} readOnly suppressHydrationWarning />
      <input type="hidden" name="sessionId" value={document.training.id} />
      {formEntries(change({})).map(([name, text]) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={text}
          readOnly
          suppressHydrationWarning
        />
      ))}
      {children}
    </form>
  )
}

const sentenceOf = (error: PublicError | null | undefined): string | null =>
  error
    ? Object.values(error.fields ?? {})
        .flat()
        .join(' ') || error.message
    : null

function refusalOf(
  { fields = {} }: Extract<Outcome, { kind: 'refused' }>,
  { train, fields: sentences }: TrainWords,
): string {
  const said = Object.values(fields).map(({ key, values }) => say(sentences[key] ?? key, values))
  return said.join(' ') || train.refused.other
}

/** The parts of a change as form fields, `sets[0].target.weight`. What is null or no stays out. */
function formEntries(value: unknown, name = ''): [name: string, text: string][] {
  if (value === null || value === undefined || value === false || value === '') return []
  if (Array.isArray(value))
    return value.flatMap((each, index) => formEntries(each, `${name}[${index}]`))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) =>
      formEntries(each, name ? `${name}.${key}` : key),
    )
  return [[name, value === true ? 'on' : String(value)]]
}
