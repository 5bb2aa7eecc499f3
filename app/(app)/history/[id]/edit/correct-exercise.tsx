'use client'

import { Ellipsis, Plus } from 'lucide-react'
import { Card } from '@/app/_components/ui/card'
import { SelectField, TextArea } from '@/app/_components/ui/field'
import { Button } from '@/app/_components/ui/plain-button'
import type { PublicError } from '@/lib/core/result'
import { CorrectSet, ROW_CELLS, ROW_GRID } from './correct-set'
import type { CorrectWords } from './correct-words'
import type { EditedExercise, EditedRow } from './edited-exercises'

interface CorrectExerciseProps {
  exercise: EditedExercise
  /** Where it stands in the workout, and among how many. */
  at: number
  count: number
  /** The number of its first set in the form. */
  start: number
  added: readonly AddedSet[]
  error: PublicError | null
  words: CorrectWords
  setAdded: (sets: AddedSet[]) => void
}

/** A set that was added in the browser, with its figures by field. */
export interface AddedSet {
  id: number
  figures: Record<string, string>
}

/** An exercise of a past workout: its place and note behind a button, and a row for each set. */
export function CorrectExercise(props: CorrectExerciseProps) {
  const { exercise, start, added, error, words, setAdded } = props
  const { rows, blank, newRows, spareRows, hasSides } = exercise
  const spareFrom = rows.length + newRows
  const addedFrom = spareFrom + spareRows
  const blanks = Array.from({ length: newRows + spareRows }, (_, at) => ({
    ...blank,
    id: `new-${at}`,
  }))
  const copies = added.map(({ id, figures }) => ({ ...withFigures(blank, figures), id }))
  const last = added.length > 0 ? addedFrom + added.length - 1 : spareFrom - 1
  const numbered = Math.max(0, ...rows.map(({ label }) => Number.parseInt(label, 10) || 0))
  const labelOf = (index: number) =>
    String(numbered + index + 1 - rows.length - (index < addedFrom ? 0 : spareRows))
  return (
    <Card id={`log-${exercise.id}`} className="group/exercise scroll-mt-4 p-3">
      <div className="relative">
        <h2 className="flex min-h-11 items-center pr-12 pl-1 font-semibold wrap-anywhere group-has-[[data-remove-exercise]:checked]/exercise:text-soft group-has-[[data-remove-exercise]:checked]/exercise:line-through">
          {exercise.name}
        </h2>
        <ExerciseMore {...props} />
        {exercise.last ? (
          <p className="pl-1 text-[0.8125rem] text-soft wrap-anywhere">{exercise.last}</p>
        ) : null}
        <p className="hidden pl-1 text-[0.8125rem] font-medium text-bad group-has-[[data-remove-exercise]:checked]/exercise:block">
          {words.removedOnSave}
        </p>
      </div>
      <div
        aria-hidden
        className={`${ROW_GRID} pt-1 text-center text-[0.75rem] font-semibold text-soft`}
      >
        <span>{words.set}</span>
        <span className={ROW_CELLS}>
          {exercise.heads.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </span>
        <span />
      </div>
      {rows.map((row, index) => (
        <CorrectSet
          key={row.hidden.setId}
          prefix={`sets[${start + index}]`}
          exerciseName={exercise.name}
          {...{ row, hasSides, error, words }}
        />
      ))}
      {[...blanks, ...copies].map((row, at) => {
        const index = rows.length + at
        return (
          <CorrectSet
            key={row.id}
            prefix={`sets[${start + index}]`}
            exerciseName={exercise.name}
            isSpare={index >= spareFrom && index < addedFrom}
            onRemove={
              index < addedFrom
                ? undefined
                : () => setAdded(added.filter(({ id }) => id !== row.id))
            }
            {...{ hasSides, error, words }}
            row={{ ...row, label: labelOf(index) }}
          />
        )
      })}
      <Button
        type="button"
        look="quiet"
        size="compact"
        onClick={({ currentTarget: { form } }) =>
          setAdded([
            ...added,
            {
              id: Math.max(0, ...added.map((each) => each.id)) + 1,
              figures: figuresIn(form, { prefix: `sets[${start + last}]`, blank }),
            },
          ])
        }
        className="mt-2 noscript:hidden"
      >
        <Plus aria-hidden size={16} />
        {words.addSet}
      </Button>
    </Card>
  )
}

/** What a row says now, for one more set like it. How hard it was is said of each set. */
function figuresIn(
  form: HTMLFormElement | null,
  { prefix, blank }: { prefix: string; blank: EditedRow },
): AddedSet['figures'] {
  const entries = blank.cells.flatMap(({ field }) => {
    const input = form?.elements.namedItem(`${prefix}.${field}`)
    return input instanceof HTMLInputElement && field !== 'rpe' ? [[field, input.value]] : []
  })
  return Object.fromEntries(entries)
}

const withFigures = (row: EditedRow, figures: AddedSet['figures']): EditedRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, value: figures[cell.field] ?? '' })),
})

function ExerciseMore({ exercise, at, count, error, words }: CorrectExerciseProps) {
  const prefix = `exercises[${at}]`
  const places = Array.from({ length: count }, (_, place) => [String(place), String(place + 1)])
  return (
    <details>
      <summary
        aria-label={`${exercise.name}: ${words.exerciseMore}`}
        className="absolute top-0 right-0 grid size-11 cursor-pointer list-none place-items-center rounded-control text-soft [&::-webkit-details-marker]:hidden"
      >
        <Ellipsis aria-hidden size={20} />
      </summary>
      <div className="flex flex-col gap-3 pb-2">
        <input type="hidden" name={`${prefix}.id`} value={exercise.id} />
        <SelectField
          label={words.exercisePlace}
          name={`${prefix}.order`}
          error={error}
          defaultValue={String(at)}
          options={places.map(([value = '', label = '']) => [value, label])}
        />
        <TextArea
          label={words.exerciseNotes}
          name={`${prefix}.notes`}
          error={error}
          defaultValue={exercise.notes}
          maxLength={2000}
        />
        <Button
          look="quiet"
          name="swapFor"
          value={exercise.id}
          aria-label={`${exercise.name}: ${words.saveAndReplace}`}
          className="self-start"
        >
          {words.saveAndReplace}
        </Button>
        <label className="flex min-h-11 items-center gap-3 font-semibold text-bad">
          <input
            type="checkbox"
            data-remove-exercise
            name={`${prefix}.deleted`}
            aria-label={`${exercise.name}: ${words.removeExercise}`}
            defaultChecked={error?.values?.[`${prefix}.deleted`] === 'on'}
            className="size-6 accent-bad"
          />
          {words.removeExercise}
        </label>
      </div>
    </details>
  )
}
