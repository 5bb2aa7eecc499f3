'use client'

import { useMemo, useState } from 'react'
import { Button, buttonStyle } from '@/app/_components/ui/plain-button'
import { exerciseFinder } from '@/lib/domain/find-exercises'
import type { Catalogue } from '@/lib/schemas/training'
import { say } from '../training/words'
import { type Picking, usePicking } from './picker-context'
import { PickerRow } from './picker-row'
import { filtersText, type PickerFilters } from './picker-search'

type Exercise = Catalogue[number]

const SHOWN = 40
const MOST_RECENT = 5
const MOST_USED = 10
const MOST_ALIKE = 8

interface PickerResultsProps {
  catalogue: Catalogue
  query: string
  filters: PickerFilters
  chosen: readonly Exercise[]
  choose: (exercise: Exercise) => void
  isSwap: boolean
  hereText: string
  /** The exercise in whose place one is to come: what works the same muscle stands first. */
  like: Exercise | undefined
  onCreate: () => void
  clearFilters: () => void
}

interface Group {
  title: string | null
  exercises: readonly Exercise[]
  isByDay?: boolean
}

/** What was done last and most, or what matches; a press on a row is the choice. */
export function PickerResults(props: PickerResultsProps) {
  const {
    catalogue,
    query,
    filters,
    chosen,
    choose,
    isSwap,
    hereText,
    like,
    onCreate,
    clearFilters,
  } = props
  const picking = usePicking()
  const { add, present } = picking
  // What was typed or filtered last decides whether the whole list is wanted.
  const sought = JSON.stringify([query, filters])
  const [whole, setWhole] = useState<string | null>(null)
  const find = useMemo(() => exerciseFinder(filtered(catalogue, filters)), [catalogue, filters])
  const { exercises, isNearest } = useMemo(
    () => find(query, filters.muscle || undefined),
    [find, query, filters.muscle],
  )
  const narrowed = filtersText(filters, picking)
  const isAll = query.trim() === '' && !narrowed
  const isMissed = exercises.length === 0 || isNearest
  const shown = whole === sought ? exercises.length : SHOWN
  const groups: Group[] = isAll
    ? groupsOf(exercises, { present, shown, like, add })
    : [
        {
          title: isNearest ? add[narrowed ? 'nearestUnder' : 'nearest'] : null,
          exercises: exercises.slice(0, shown),
        },
      ]
  return (
    <>
      {isMissed && narrowed ? (
        <div className="flex items-center justify-between gap-x-3 pt-2">
          <p className="min-w-0 text-soft">{say(add.noneUnder, { filters: narrowed })}</p>
          <Button type="button" look="quiet" size="compact" onClick={clearFilters}>
            {add.clearFilters}
          </Button>
        </div>
      ) : exercises.length === 0 ? (
        <p className="px-1 py-4 text-soft">{add.none}</p>
      ) : null}
      {groups.map(({ title, exercises: group, isByDay = false }) =>
        group.length > 0 ? (
          <section key={title ?? ''} className="-mx-4">
            {title ? (
              <h2 className="px-4 pt-4 pb-1.5 text-[0.8125rem] font-semibold text-soft">{title}</h2>
            ) : null}
            <ul>
              {group.map((exercise) => (
                <PickerRow
                  key={exercise.id}
                  {...{ exercise, isSwap, isByDay, hereText }}
                  isChosen={chosen.some(({ id }) => id === exercise.id)}
                  onChoose={() => choose(exercise)}
                />
              ))}
            </ul>
          </section>
        ) : null,
      )}
      {shown < exercises.length ? (
        <button
          type="button"
          className={buttonStyle('quiet', 'normal', 'mt-3')}
          onClick={() => setWhole(sought)}
        >
          {say(add.showAll, { count: exercises.length })}
        </button>
      ) : null}
      <button
        type="button"
        className="-mx-4 mt-2 flex min-h-[60px] items-center gap-3 border-y border-line px-4 text-left"
        onClick={onCreate}
      >
        <span aria-hidden className="text-2xl leading-none text-accent">
          +
        </span>
        <span className="min-w-0">
          <span className="block font-semibold wrap-anywhere">
            {query.trim() ? say(add.create, { name: query.trim() }) : add.createEmpty}
          </span>
          <span className="block text-[0.8125rem] text-soft">{add.createHint}</span>
        </span>
      </button>
    </>
  )
}

function filtered(catalogue: Catalogue, { muscle, equipment, isMine }: PickerFilters): Exercise[] {
  const works = (muscles: readonly string[]) => muscles.includes(muscle)
  return catalogue.filter(
    (each) =>
      (!muscle || works(each.primaryMuscles) || works(each.secondaryMuscles)) &&
      (!equipment || each.equipment.some((item) => item === equipment)) &&
      (!isMine || each.isCustom),
  )
}

/** How many of the muscles that help are the same: a press is more like a press than a raise is. */
const alikeness = (each: Exercise, like: Exercise | undefined): number =>
  each.secondaryMuscles.filter((muscle) => like?.secondaryMuscles.includes(muscle)).length

interface Grouped extends Pick<Picking, 'present' | 'add'> {
  shown: number
  like: Exercise | undefined
}

/** Before anything is typed: what is alike, the last few, what is done most, and what is common. */
function groupsOf(all: readonly Exercise[], { present, shown, like, add }: Grouped): Group[] {
  const alike = all
    .filter(
      (each) =>
        each !== like &&
        each.tracking === like?.tracking &&
        each.primaryMuscles[0] === like.primaryMuscles[0] &&
        !present.has(each.id),
    )
    .toSorted((a, b) => alikeness(b, like) - alikeness(a, like) || b.timesDone - a.timesDone)
    .slice(0, MOST_ALIKE)
  const exercises = all.filter((each) => each !== like && !alike.includes(each))
  const recent = exercises
    .filter(({ lastDoneOn }) => lastDoneOn !== null)
    .sort((a, b) => (b.lastDoneOn ?? '').localeCompare(a.lastDoneOn ?? ''))
    .slice(0, MOST_RECENT)
  const used = exercises
    .filter((each) => each.timesDone > 1 && !recent.includes(each))
    .toSorted((a, b) => b.timesDone - a.timesDone)
    .slice(0, MOST_USED)
  const rest = exercises.filter((each) => !recent.includes(each) && !used.includes(each))
  return [
    { title: add.alike, exercises: alike },
    { title: add.recent, exercises: recent, isByDay: true },
    { title: add.mostUsed, exercises: used },
    {
      title: add.popular,
      exercises: rest.slice(0, Math.max(0, shown - alike.length - recent.length - used.length)),
    },
  ]
}
