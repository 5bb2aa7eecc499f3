'use client'

import { useActionState, useRef, useState } from 'react'
import { newId } from '@/lib/core/id'
import type { PublicError, Result } from '@/lib/core/result'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { fieldText, setText } from '@/lib/domain/set-text'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord, LoggedSet } from '@/lib/schemas/workout'
import { logSetAction } from '../actions'

export interface RowWords {
  fields: Record<SetField, string>
  rpe: string
  kinds: readonly (readonly [kind: LoggedSet['kind'], letter: string, name: string])[]
  kind: string
  done: string
  notDone: string
  saving: string
  saved: string
  refused: string
  offline: string
  record: string
}

interface SetRowProps {
  set: LoggedSet
  /** For the post without JavaScript: made with the page, so a post sent twice is one. */
  opId: string
  tracking: Tracking
  /** Counts working sets only; warm-ups show their letter. */
  label: string
  previous: LoggedSet | null
  records: readonly LoggedRecord[]
  units: { weightUnit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi' }
  isNext: boolean
  words: RowWords
  /** A weight that was changed here moves on to the untouched sets below. */
  onWeight: (weight: string) => void
  carriedWeight: string | null
  onSaved: (set: LoggedSet) => void
}

type LogResult = { set: LoggedSet; records: LoggedRecord[] }
type Status = 'idle' | 'saving' | 'saved' | 'refused'

const CELL =
  'fig h-11 w-full min-w-0 rounded-[10px] border bg-transparent px-1 text-center text-[22px] text-ink placeholder:text-faint'

/** One set: a plain form that posts without JavaScript, and saves in place with it. */
export function SetRow(props: SetRowProps) {
  const { tracking, units, words, label, isNext } = props
  const [posted, formAction] = useActionState(logSetAction, null)
  const [set, setSet] = useState(posted?.[1]?.set ?? props.set)
  const [records, setRecords] = useState(posted?.[1]?.records ?? props.records)
  const [error, setError] = useState<PublicError | null>(posted?.[0] ?? null)
  const [status, setStatus] = useState<Status>('idle')
  const [isTouched, setTouched] = useState(false)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const revision = useRef(set.revision)
  const unsent = useRef<{ content: string; opId: string } | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const distanceUnit = distanceUnitFor(tracking, units.distanceUnit)
  const isGrey = !set.isCompleted && !isTouched

  /** Saves one after another: each change is made on the revision that the one before left. */
  function save(data: FormData) {
    const content = JSON.stringify(
      [...data].filter(([name]) => name !== 'opId' && name !== 'baseRevision'),
    )
    setStatus('saving')
    queue.current = queue.current.then(async () => {
      const opId = unsent.current?.content === content ? unsent.current.opId : newId()
      data.set('opId', opId)
      data.set('baseRevision', String(revision.current))
      const answer: Result<LogResult> | null = await logSetAction(null, data).catch(() => null)
      // An unanswered change may have arrived: the same id again makes the retry harmless.
      unsent.current = answer ? null : { content, opId }
      if (!answer?.[1]) {
        setStatus('refused')
        setError(answer?.[0] ?? { code: 'unavailable', key: 'unavailable', message: words.offline })
        return
      }
      revision.current = answer[1].set.revision
      setSet(answer[1].set)
      setRecords(answer[1].records)
      setError(null)
      setStatus('saved')
      props.onSaved(answer[1].set)
    })
  }

  function saveTyped(field: string, value: string) {
    const before =
      field === 'rpe'
        ? String(set.rpe ?? '')
        : field === 'kind'
          ? set.kind
          : fieldText(set, field as SetField, distanceUnit)
    if (value === before || !form.current) return
    const data = new FormData(form.current)
    if (set.isCompleted) data.set('isCompleted', 'on')
    save(data)
  }

  const typed = (field: SetField): string => {
    const carried = field === 'weight' && isGrey ? props.carriedWeight : null
    return error?.values?.[field] ?? carried ?? fieldText(set, field, distanceUnit)
  }
  const problem = error ? (Object.values(error.fields ?? {})[0]?.join(' ') ?? error.message) : null

  return (
    <li className={`border-t border-line ${isNext ? 'bg-accent-soft' : ''}`}>
      <form
        ref={form}
        action={formAction}
        className="grid min-h-[54px] grid-cols-[36px_64px_1fr_48px_52px] items-center gap-x-1 px-2"
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          const data = new FormData(event.currentTarget, submitter ?? tick(event.currentTarget))
          setSet({ ...set, isCompleted: data.get('isCompleted') === 'on' })
          save(data)
        }}
      >
        <input type="hidden" name="setId" value={set.id} />
        <input type="hidden" name="opId" value={props.opId} readOnly />
        <input type="hidden" name="baseRevision" value={set.revision} />
        <input type="hidden" name="weightUnit" value={set.weightUnit} />
        <input type="hidden" name="distanceUnit" value={distanceUnit} />
        <span className="fig relative grid h-11 place-items-center text-base text-soft">
          {words.kinds.find(([kind]) => kind === set.kind)?.[1] || label}
          <select
            name="kind"
            aria-label={words.kind}
            key={set.kind}
            defaultValue={set.kind}
            onChange={(event) => saveTyped('kind', event.currentTarget.value)}
            className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0 focus-visible:opacity-100"
          >
            {words.kinds.map(([kind, , name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </span>
        <span className="fig truncate text-center text-[15px] font-medium text-soft">
          {props.previous ? setText(props.previous, tracking, units) : '–'}
        </span>
        <span className="grid min-w-0 auto-cols-fr grid-flow-col gap-1">
          {setFields(tracking).map((field) => (
            <input
              key={`${field}-${typed(field)}`}
              name={field}
              type="text"
              inputMode={field === 'durationSeconds' ? 'text' : 'decimal'}
              autoComplete="off"
              aria-label={words.fields[field]}
              aria-invalid={error?.fields?.[field] ? true : undefined}
              defaultValue={typed(field)}
              onFocus={(event) => event.currentTarget.select()}
              onInput={() => setTouched(true)}
              onBlur={(event) => {
                const { value } = event.currentTarget
                if (field === 'weight' && value !== typed('weight')) props.onWeight(value)
                saveTyped(field, value)
              }}
              className={`${CELL} ${isGrey ? 'font-medium text-faint' : ''} ${isNext ? 'border-line bg-raised' : 'border-transparent focus:border-line'} aria-invalid:border-bad`}
            />
          ))}
        </span>
        <input
          name="rpe"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={words.rpe}
          aria-invalid={error?.fields?.rpe ? true : undefined}
          key={`rpe-${set.rpe ?? ''}`}
          defaultValue={error?.values?.rpe ?? set.rpe ?? ''}
          placeholder={set.target?.rpe ? String(set.target.rpe) : '–'}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => saveTyped('rpe', event.currentTarget.value)}
          className={`${CELL} border-transparent focus:border-line aria-invalid:border-bad`}
        />
        <button
          type="submit"
          name="isCompleted"
          value={set.isCompleted ? '' : 'on'}
          aria-label={set.isCompleted ? words.notDone : words.done}
          aria-pressed={set.isCompleted}
          className={`mx-auto grid size-11 place-items-center rounded-control border-[1.5px] text-lg ${
            set.isCompleted
              ? 'border-transparent bg-good-soft text-good'
              : `bg-surface ${isNext ? 'border-accent text-accent' : 'border-line text-faint'}`
          }`}
        >
          ✓
        </button>
      </form>
      <p
        className="flex flex-wrap justify-end gap-x-3 px-3 text-xs font-semibold empty:hidden"
        aria-live="polite"
      >
        {records.length > 0 && set.isCompleted ? (
          <span className="text-accent">★ {words.record}</span>
        ) : null}
        {status === 'saving' ? <span className="text-soft">{words.saving}</span> : null}
        {status === 'saved' ? <span className="text-soft">{words.saved}</span> : null}
        {problem ? (
          <span className="text-bad">
            {words.refused}: {problem}
          </span>
        ) : null}
      </p>
    </li>
  )
}

/** Enter in a field presses the tick, as it would without JavaScript. */
const tick = (form: HTMLFormElement) =>
  form.querySelector<HTMLButtonElement>('button[name=isCompleted]')
