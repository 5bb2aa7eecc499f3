'use client'

import { type ComponentProps, createContext, useContext } from 'react'
import { Button } from '@/app/_components/ui/button'
import type { PublicError } from '@/lib/core/result'
import type { Messages } from '@/lib/i18n/messages'

interface Answer {
  error: PublicError | null
  /** The button that keeps the focus after the routine was drawn anew. */
  focus: string | null
  /** What the editor says; sentences come as data, since a catalogue's reader costs 12 kB. */
  words: Messages['routines']
}

/** What the server said to the last press, for every field and button of the editor. */
const AnswerContext = createContext<Answer | null>(null)
export const AnswerProvider = AnswerContext.Provider

/** @throws Error outside of the editor */
export function useAnswer(): Answer {
  const answer = useContext(AnswerContext)
  if (!answer) throw new Error('The editor is not around this field')
  return answer
}

/** A small button that saves and then does one thing; at the edge it stays reachable, but idle. */
export function IntentButton({
  intent,
  isIdle = false,
  ...rest
}: { intent: string; isIdle?: boolean } & ComponentProps<typeof Button>) {
  const { focus } = useAnswer()
  return (
    <Button
      name="intent"
      value={intent}
      look="quiet"
      size="compact"
      autoFocus={focus === intent}
      aria-disabled={isIdle || undefined}
      {...rest}
    />
  )
}

interface CellProps extends Omit<ComponentProps<'input'>, 'name' | 'value'> {
  label: string
  path: string
  value: string
  /** Where the sentences about this field are shown. */
  problemsId: string
}

/** A short field under its name, for figures that stand side by side. */
export function Cell({ label, path, value, problemsId, className = '', ...rest }: CellProps) {
  const { error } = useAnswer()
  const isWrong = Boolean(error?.fields?.[path])
  return (
    <label className="flex min-w-0 flex-col justify-end gap-1">
      <span className="text-[0.75rem] leading-tight font-semibold text-soft">{label}</span>
      <input
        name={path}
        type="text"
        autoComplete="off"
        defaultValue={error?.values?.[path] ?? value}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? problemsId : undefined}
        className={`h-11 w-full min-w-0 rounded-[10px] border border-field bg-surface px-2 text-base narrow:px-1 aria-invalid:border-bad ${className}`}
        {...rest}
      />
    </label>
  )
}

interface PickProps {
  label: string
  path: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
}

/** A short choice under its name. */
export function Pick({ label, path, value, options }: PickProps) {
  const { error } = useAnswer()
  return (
    <label className="flex min-w-0 flex-col justify-end gap-1">
      <span className="text-[0.75rem] leading-tight font-semibold text-soft">{label}</span>
      <select
        name={path}
        defaultValue={error?.values?.[path] ?? value}
        className="h-11 w-full min-w-0 rounded-[10px] border border-field bg-surface px-1 text-base"
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The sentences about the fields that begin with `prefix`, but for those that belong deeper. */
export function Problems({ id, prefix, except }: { id: string; prefix: string; except?: string }) {
  const { error } = useAnswer()
  const problems = Object.entries(error?.fields ?? {}).filter(
    ([path]) => path.startsWith(prefix) && !(except && path.startsWith(except)),
  )
  if (problems.length === 0) return null
  return (
    <div id={id} className="text-[0.8125rem] font-medium text-bad">
      {problems.map(([path, sentences]) => (
        <p key={path}>{sentences.join(' ')}</p>
      ))}
    </div>
  )
}
