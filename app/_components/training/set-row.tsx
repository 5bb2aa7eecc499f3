'use client'

import { type ChangeEvent, type FocusEvent, useEffect, useRef } from 'react'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { setText } from '@/lib/domain/set-text'
import { type ShownSet, unitOf } from '@/lib/domain/training/shown-sets'
import { stepText } from '@/lib/domain/training/step-text'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { ClientOnly } from './client-only'
import { SetClock } from './later-parts'
import { SetProblem, wasAsked } from './set-problem'
import { SetState } from './set-state'
import { useFocusCell, useSharedTraining } from './training-context'
import { type CellName, useSetRow } from './use-set-row'
import { say, type TrainWords } from './words'

interface SetRowProps extends ShownSet {
  exerciseId: string
  facts: ExerciseFacts
  hasRecord: boolean
  plainRecord: boolean
  /** For the post without JavaScript: made with the page, so a post sent twice is one. */
  opId: string
  onFocus: () => void
}

export const ROW_GRID = 'grid grid-cols-[36px_68px_1fr_48px_52px] items-center gap-x-1 px-2'
const CELL =
  'fig h-11 w-full min-w-0 rounded-[10px] border bg-transparent px-1 text-center placeholder:text-faint'
/** As many figures as a phone's column holds in large type. */
const FITS = 5

/** One set: a plain form that posts without JavaScript, and is kept on the phone first with it. */
export function SetRow(props: SetRowProps) {
  const { set, shown, number, previous, facts, exerciseId, hasRecord, plainRecord, opId, onFocus } =
    props
  const form = useRef<HTMLFormElement>(null)
  const { document, words, nextSetId } = useSharedTraining()
  const row = useSetRow({ ...props, form })
  const focusCell = useFocusCell()
  // The keys of the dock act on the row as it is when they are pressed.
  const latest = useRef(row)
  useEffect(() => {
    latest.current = row
  })
  const { train } = words
  const { distanceUnit } = document.person
  const unit = distanceUnitFor(facts.tracking, distanceUnit)
  const isNext = nextSetId === set.id
  const isGrey = props.isGrey && !row.isTyped
  const label = labelOf(set, number, train)
  const named = (what: string) => say(train.named, { exercise: facts.name, set: label, what })
  const cell = (name: CellName) => ({
    name,
    type: 'text',
    autoComplete: 'off',
    enterKeyHint: 'done' as const,
    value: row.text(name),
    'aria-invalid': row.issues[name] || row.posted?.[0]?.fields?.[name] ? true : undefined,
    onFocus: (event: FocusEvent<HTMLInputElement>) => {
      event.currentTarget.select()
      onFocus()
      focusCell({
        ...{ setId: set.id, field: name },
        step: (delta) => {
          const { text, type } = latest.current
          type(name, stepText(text(name), name, delta))
        },
        tick: () => latest.current.tick(true),
      })
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => row.type(name, event.currentTarget.value),
    onBlur: () => {
      focusCell(null)
      row.leave(name)
    },
  })
  const isOtherUnit = shown.weightUnit !== unitOf(document.training, exerciseId)
  const copied =
    previous && setText(previous, facts.tracking, { weightUnit: shown.weightUnit, distanceUnit })

  return (
    <li
      aria-current={isNext ? 'step' : undefined}
      className={`relative border-t border-line ${isNext ? 'bg-accent-soft' : ''}`}
    >
      <form
        ref={form}
        action={row.formAction}
        className={`${ROW_GRID} min-h-[54px]`}
        onSubmit={(event) => {
          event.preventDefault()
          const pressed = event.nativeEvent.submitter
          row.tick(pressed instanceof HTMLButtonElement && pressed.value === 'on')
        }}
      >
        {set.isCompleted ? (
          // What Enter in a field presses: it keeps a done set done.
          <button
            type="submit"
            name="isCompleted"
            value="on"
            tabIndex={-1}
            aria-hidden
            className="sr-only"
          />
        ) : null}
        <input type="hidden" name="setId" value={set.id} />
        <input type="hidden" name="opId" value={opId} readOnly suppressHydrationWarning />
        <input type="hidden" name="baseRevision" value={set.revision} />
        <input type="hidden" name="weightUnit" value={shown.weightUnit} />
        <input type="hidden" name="distanceMeters" value={shown.distanceMeters ?? ''} />
        <KindSelect {...{ set, facts, label, row }} name={named(train.fields.kind)} />
        {copied ? (
          <button
            type="button"
            aria-label={named(say(train.fields.previous, { value: copied }))}
            className="fig h-11 truncate text-center text-[15px] font-medium text-soft"
            onClick={() => row.copy(previous)}
          >
            {copied}
          </button>
        ) : (
          <span className="fig text-center text-[15px] font-medium text-soft">–</span>
        )}
        <span className="grid min-w-0 auto-cols-fr grid-flow-col gap-1">
          {setFields(facts.tracking).map((field) => (
            <span key={field} className="relative min-w-0">
              <input
                {...cell(field)}
                inputMode={field === 'durationSeconds' ? 'text' : 'decimal'}
                aria-label={named(
                  fieldName(field, { facts, weightUnit: shown.weightUnit, unit }, train),
                )}
                className={`${CELL} ${sizeOf(row.text(field))} ${isGrey ? 'font-medium text-faint' : 'text-ink'} ${isNext ? 'border-line bg-raised' : 'border-transparent focus:border-line'} aria-invalid:border-bad`}
              />
              {field === 'weight' && isOtherUnit ? (
                <span
                  aria-hidden
                  className="pointer-events-none absolute right-1 bottom-0 text-[11px] text-soft"
                >
                  {shown.weightUnit}
                </span>
              ) : null}
            </span>
          ))}
        </span>
        <input
          {...cell('rpe')}
          inputMode="decimal"
          aria-label={named(train.fields.rpe)}
          placeholder={set.target?.rpe ? String(set.target.rpe) : '–'}
          className={`${CELL} border-transparent text-[22px] focus:border-line aria-invalid:border-bad`}
        />
        <button
          type="submit"
          name={wasAsked(row, set) ? undefined : 'isCompleted'}
          value={set.isCompleted ? '' : 'on'}
          aria-label={named(say(set.isCompleted ? train.takeBack : train.done, { set: label }))}
          aria-pressed={set.isCompleted}
          className={`mx-auto grid size-11 place-items-center rounded-control border-[1.5px] text-lg ${
            set.isCompleted
              ? 'border-transparent bg-good-soft text-good'
              : `bg-surface ${isNext ? 'border-accent text-accent' : 'border-line text-faint'}`
          }`}
        >
          ✓
        </button>
        <SetProblem {...{ row, set, facts, exerciseId, label }} />
      </form>
      <SetState state={row.state} set={set} hasRecord={hasRecord} plainRecord={plainRecord} />
      {setFields(facts.tracking).includes('durationSeconds') && !set.isCompleted ? (
        <div className="min-h-13">
          <ClientOnly>
            <SetClock
              setId={set.id}
              targetSeconds={shown.durationSeconds}
              names={{
                start: say(train.clock.start, { exercise: facts.name, set: label }),
                stop: say(train.clock.stop, { exercise: facts.name, set: label }),
              }}
              onStop={(seconds) => row.fill({ durationSeconds: String(seconds) })}
            />
          </ClientOnly>
        </div>
      ) : null}
    </li>
  )
}

function KindSelect({
  set,
  facts,
  label,
  name,
  row,
}: Pick<SetRowProps, 'set' | 'facts'> & {
  label: string
  name: string
  row: ReturnType<typeof useSetRow>
}) {
  const { train } = useSharedTraining().words
  return (
    <span className="fig relative grid h-11 place-items-center text-base text-soft">
      {label}
      <select
        name="kind"
        aria-label={name}
        key={`${set.kind}${set.side}`}
        defaultValue={set.kind}
        onChange={({ currentTarget: { value } }) => {
          const kind = SET_KINDS.find((each) => each === value)
          const side = (['left', 'right'] as const).find((each) => value.endsWith(each)) ?? null
          row.keep(kind ? { kind } : { side })
        }}
        className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0 focus-visible:opacity-100"
      >
        {SET_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {train.kinds[kind]}
          </option>
        ))}
        {facts.isUnilateral
          ? (['both', 'left', 'right'] as const).map((side) => (
              <option key={side} value={`${set.kind} ${side}`}>
                {train.sides[side]}
              </option>
            ))
          : null}
      </select>
      {set.side ? <input type="hidden" name="side" value={set.side} /> : null}
    </span>
  )
}

const labelOf = (set: ShownSet['set'], number: number | null, train: TrainWords['train']): string =>
  `${train.kindLetters[set.kind] || number}${set.side ? train.sideLetters[set.side] : ''}`

function fieldName(
  field: SetField,
  about: { facts: ExerciseFacts; weightUnit: string; unit: string },
  { fields }: TrainWords['train'],
): string {
  if (field !== 'weight') return say(fields[field], { unit: about.unit })
  const { tracking } = about.facts
  const name =
    tracking === 'assisted_bodyweight'
      ? fields.assistance
      : tracking === 'weighted_bodyweight'
        ? fields.added
        : fields.weight
  return say(name, { unit: about.weightUnit })
}

function sizeOf({ length }: string): string {
  if (length <= FITS) return 'text-[22px]'
  return length === FITS + 1 ? 'text-[17px]' : 'text-[15px]'
}
