'use client'

import { type ComponentType, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import type { Tracking } from '@/lib/schemas/exercise'
import type { Catalogue } from '@/lib/schemas/training'
import { say } from '../training/words'
import { CreateExercise } from './create-exercise'
import { usePicking } from './picker-context'
import { PickerResults } from './picker-results'
import { NO_FILTERS, PickerSearch } from './picker-search'
import { useCatalogue } from './use-catalogue'

interface PickerProps {
  /** What is chosen for, where it is more than adding. */
  about?: string | undefined
  /** The exercise in whose place one is to come, by its id in the library: one press chooses. */
  swapped?: string | undefined
  /** Offers only what counts the same. */
  counted?: Tracking | undefined
  /** What is said of one that is in the workout already. */
  hereText: string
  /** What the button says in place of how many come. */
  joinText?: string | undefined
  cancel: ReactNode
  /** What is asked before the list. */
  question?: ReactNode
  refusal: string | null
  onAdd: (exercises: readonly Catalogue[number][]) => void
  /** What the button stands in, at thumb height. */
  bar: ComponentType<{ children: ReactNode }>
}

/** Finds exercises in the list that the phone keeps: some to add, or one in another's place. */
export function Picker(props: PickerProps) {
  const { onAdd, bar: Bar } = props
  const { about, swapped, counted, hereText, joinText, cancel, question, refusal } = props
  const { add, person } = usePicking()
  const catalogue = useCatalogue(person.id)
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState(NO_FILTERS)
  const [chosen, setChosen] = useState<readonly Catalogue[number][]>([])
  const [isCreating, setCreating] = useState(false)
  // On a slow phone the letters come first, what they find a moment later.
  const sought = useDeferredValue(query)
  const isSwap = swapped !== undefined
  const offered = useMemo(
    () => catalogue?.filter(({ tracking }) => !counted || tracking === counted),
    [catalogue, counted],
  )
  const choose = (exercise: Catalogue[number]) => {
    if (isSwap) return onAdd([exercise])
    setChosen((known) =>
      known.some(({ id }) => id === exercise.id)
        ? known.filter(({ id }) => id !== exercise.id)
        : [...known, exercise],
    )
  }
  if (isCreating)
    return (
      <CreateExercise
        {...{ query, filters, isSwap }}
        onCancel={() => setCreating(false)}
        onCreated={(exercise) => onAdd([...chosen, exercise])}
      />
    )
  return (
    <div className="mx-auto -mt-2 flex max-w-2xl flex-col">
      <h1 className={about ? 'pb-1 text-[1.0625rem] font-semibold wrap-anywhere' : 'sr-only'}>
        {about ?? add.title}
      </h1>
      {question}
      <PickerSearch {...{ query, setQuery, filters, setFilters, cancel }} />
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      {catalogue && offered ? (
        <PickerResults
          {...{ filters, chosen, choose, isSwap, hereText }}
          catalogue={offered}
          like={catalogue.find(({ id }) => id === swapped)}
          query={sought}
          onCreate={() => setCreating(true)}
          clearFilters={() => setFilters(NO_FILTERS)}
        />
      ) : (
        <p className="py-4 text-soft">{add.waiting}</p>
      )}
      <Bar>
        {chosen.length > 0 ? (
          <Button type="button" className="w-full" onClick={() => onAdd(chosen)}>
            {joinText ??
              (chosen.length === 1 ? add.button : say(add.buttonMany, { count: chosen.length }))}
          </Button>
        ) : null}
      </Bar>
    </div>
  )
}
