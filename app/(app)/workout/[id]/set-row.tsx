'use client'

import { type ChangeEvent, type FocusEvent, useRef } from 'react'
import type { PublicError } from '@/lib/core/result'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { setText } from '@/lib/domain/set-text'
import { parseTypedNumber } from '@/lib/domain/typed-number'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord, LoggedSet } from '@/lib/schemas/workout'
import { useProgress } from './progress'
import { type CellName, useSetRow } from './use-set-row'

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
  words: RowWords
  /** A weight that was changed here moves on to the untouched sets below. */
  onWeight: (weight: string) => void
  carriedWeight: string | null
}

const CELL =
  'fig h-11 w-full min-w-0 rounded-[10px] border bg-transparent px-1 text-center placeholder:text-faint'
/** As many figures as a phone's column holds in large type. */
const FITS = 5

/** One set: a plain form that posts without JavaScript, and saves in place with it. */
export function SetRow(props: SetRowProps) {
  const { tracking, units, words, label } = props
  const form = useRef<HTMLFormElement>(null)
  const distanceUnit = distanceUnitFor(tracking, units.distanceUnit)
  const row = useSetRow({ ...props, form, distanceUnit, offline: words.offline })
  const { set, records, error, pill, isDone } = row
  const isNext = useProgress().nextSetId === set.id
  const isGrey = !isDone && !row.isTouched
  const problem = error ? sentencesOf(error) : null
  const cell = (name: CellName) => ({
    name,
    type: 'text',
    autoComplete: 'off',
    value: row.shown(name),
    'aria-invalid': error?.fields?.[name] ? true : undefined,
    onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget
      row.type(name, value)
      if (name === 'weight' && parseTypedNumber(value) !== null) props.onWeight(value)
    },
    onBlur: (event: FocusEvent<HTMLInputElement>) =>
      row.saveChange(name, event.currentTarget.value),
  })

  return (
    <li className={`relative border-t border-line ${isNext ? 'bg-accent-soft' : ''}`}>
      <form
        ref={form}
        action={row.formAction}
        className="grid min-h-[54px] grid-cols-[36px_64px_1fr_48px_52px] items-center gap-x-1 px-2"
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          row.tick(new FormData(event.currentTarget, submitter ?? tick(event.currentTarget)))
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
            onChange={(event) => row.saveChange('kind', event.currentTarget.value)}
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
              key={field}
              {...cell(field)}
              inputMode={field === 'durationSeconds' ? 'text' : 'decimal'}
              aria-label={words.fields[field]}
              className={`${CELL} ${sizeOf(row.shown(field))} ${isGrey ? 'font-medium text-faint' : 'text-ink'} ${isNext ? 'border-line bg-raised' : 'border-transparent focus:border-line'} aria-invalid:border-bad`}
            />
          ))}
        </span>
        <input
          {...cell('rpe')}
          inputMode="decimal"
          aria-label={words.rpe}
          placeholder={set.target?.rpe ? String(set.target.rpe) : '–'}
          className={`${CELL} text-[22px] border-transparent focus:border-line aria-invalid:border-bad`}
        />
        <button
          type="submit"
          name="isCompleted"
          value={isDone ? '' : 'on'}
          aria-label={isDone ? words.notDone : words.done}
          aria-pressed={isDone}
          className={`mx-auto grid size-11 place-items-center rounded-control border-[1.5px] text-lg ${
            isDone
              ? 'border-transparent bg-good-soft text-good'
              : `bg-surface ${isNext ? 'border-accent text-accent' : 'border-line text-faint'}`
          }`}
        >
          ✓
        </button>
      </form>
      {/* It lies over the row's lower edge, so that nothing moves when it comes and goes. */}
      <p
        className="pointer-events-none absolute right-[62px] bottom-0.5 flex gap-2 text-[11px] leading-none font-semibold text-soft"
        aria-live="polite"
      >
        {records.length > 0 && isDone ? (
          <span className="text-accent">★ {words.record}</span>
        ) : null}
        {pill ? <span>{words[pill]}</span> : null}
      </p>
      <p
        className="px-3 pb-1.5 text-right text-xs font-semibold text-bad empty:hidden"
        role="alert"
      >
        {problem ? `${words.refused}: ${problem}` : null}
      </p>
    </li>
  )
}

const sizeOf = (text: string): string => (text.length > FITS ? 'text-[17px]' : 'text-[22px]')

/** Whatever is wrong with the row, else with the save. */
const sentencesOf = ({ fields = {}, message }: PublicError): string =>
  Object.values(fields).flat().join(' ') || message

/** Enter in a field presses the tick, as it would without JavaScript. */
const tick = (form: HTMLFormElement) =>
  form.querySelector<HTMLButtonElement>('button[name=isCompleted]')
