'use client'

import { setText } from '@/lib/domain/set-text'
import type { Catalogue } from '@/lib/schemas/training'
import { say } from '../training/words'
import { type Picking, usePicking } from './picker-context'

interface FactsProps {
  exercise: Catalogue[number]
  /** Says when it was done last in place of how often. */
  isByDay: boolean
  /** What is said of one that is in the workout already. */
  hereText: string
}

interface PickerRowProps extends FactsProps {
  isSwap: boolean
  isChosen: boolean
  onChoose: () => void
}

const ROW =
  'flex min-h-[60px] w-full cursor-pointer items-center gap-3 narrow:flex-wrap border-b border-line px-4 py-1.5 text-left has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent'

/** One exercise of the list: all of it is the target. */
export function PickerRow({
  exercise,
  isByDay,
  hereText,
  isSwap,
  isChosen,
  onChoose,
}: PickerRowProps) {
  const { add } = usePicking()
  const { name } = exercise
  const facts = <Facts {...{ exercise, isByDay, hereText }} />
  return (
    <li>
      {isSwap ? (
        <button
          type="button"
          aria-label={say(add.swapButton, { name })}
          className={ROW}
          onClick={onChoose}
        >
          {facts}
        </button>
      ) : (
        <label className={ROW}>
          {facts}
          <span className="relative grid size-6 shrink-0 place-items-center">
            <input
              type="checkbox"
              aria-label={name}
              checked={isChosen}
              className="peer absolute inset-0 cursor-pointer appearance-none rounded-[7px] border-[1.5px] border-faint checked:border-accent checked:bg-accent focus-visible:outline-none"
              onChange={onChoose}
            />
            <svg
              aria-hidden="true"
              viewBox="0 0 14 11"
              fill="none"
              className="pointer-events-none relative hidden w-3.5 text-on-accent peer-checked:block"
            >
              <path d="M1.5 5.5 5 9l7.5-7.5" stroke="currentColor" strokeWidth="2.25" />
            </svg>
          </span>
        </label>
      )}
    </li>
  )
}

/** How many muscles are named; the filter knows the others too. */
const MOST_MUSCLES = 2

/** What it trains and with what, and how this person did it last. */
function Facts({ exercise, isByDay, hereText }: FactsProps) {
  const picking = usePicking()
  const { kinds, person, weightUnit, present } = picking
  const { name, tracking, lastSet, primaryMuscles, equipment } = exercise
  const own = {
    weightUnit: exercise.weightUnit ?? weightUnit,
    distanceUnit: person.distanceUnit,
  }
  const muscles = primaryMuscles.slice(0, MOST_MUSCLES).map((muscle) => kinds.muscles[muscle])
  const tools = equipment.map((item) => kinds.equipment[item])
  const isHere = present.has(exercise.id)
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block leading-tight font-semibold wrap-anywhere">{name}</span>
        <span className="block text-[0.8125rem] text-soft">
          {[muscles.join(', '), tools.join(', ')].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="max-w-24 narrow:order-last narrow:max-w-none narrow:basis-full narrow:text-left shrink-0 text-right text-[0.8125rem] leading-tight text-soft">
        <span className="block">{isHere ? hereText : timesText(exercise, isByDay, picking)}</span>
        {/* Last time's set beside it would look like today's. */}
        {lastSet && !isHere ? (
          <span className="fig block text-[0.9375rem]">{setText(lastSet, tracking, own)}</span>
        ) : null}
      </span>
    </>
  )
}

/** When it was done last, or how often. */
function timesText(
  { lastDoneOn, timesDone }: Catalogue[number],
  isByDay: boolean,
  { add, person, locale }: Picking,
): string {
  if (isByDay && lastDoneOn) return dayText(lastDoneOn, person.timeZone, locale)
  if (timesDone === 0) return add.new
  return timesDone === 1 ? add.once : say(add.times, { count: timesDone })
}

const WEEK_MS = 7 * 86_400_000

/** A day of the last week by its name, else by its date. */
function dayText(day: string, timeZone: string, locale: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  const isNear = Date.parse(today) - Date.parse(day) < WEEK_MS
  const parts = isNear
    ? { weekday: 'short' as const }
    : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }).format(new Date(day))
}
