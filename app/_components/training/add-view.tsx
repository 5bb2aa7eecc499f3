'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { presentSets, type TrainingExercise } from '@/lib/domain/training/training'
import type { Catalogue } from '@/lib/schemas/training'
import { AddResults } from './add-results'
import { AddSearch, NO_FILTERS } from './add-search'
import { CreateExercise } from './create-exercise'
import { LiveDock } from './live-dock'
import { useSharedTraining } from './training-context'
import { useAdd } from './use-add'
import { useCatalogue } from './use-catalogue'
import { say } from './words'

interface AddViewProps {
  swapFor: string | null
  /** The exercise whose block others are to come into. */
  joins: string | null
}

/**
 * Finds exercises in the list that the phone keeps, to add some, to put one in another's place or to
 * make a superset with another.
 */
export function AddView({ swapFor, joins }: AddViewProps) {
  const { document, words } = useSharedTraining()
  const { add: said } = words.train
  const { training } = document
  const catalogue = useCatalogue(document.person.id)
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState(NO_FILTERS)
  const [chosen, setChosen] = useState<readonly Catalogue[number][]>([])
  const [isCreating, setCreating] = useState(false)
  // On a slow phone the letters come first, what they find a moment later.
  const sought = useDeferredValue(query)
  const logOf = (logId: string | null) => training.exercises.find((each) => each.id === logId)
  const factsOf = (log: TrainingExercise | undefined) => log && training.facts[log.exerciseId]
  const swapped = logOf(swapFor)
  const [name, partner] = [factsOf(swapped)?.name, factsOf(logOf(joins))?.name]
  const sets = swapped ? presentSets(swapped) : []
  const done = sets.filter((set) => set.isCompleted).length
  // Where nothing is left to do, the wrong exercise was logged.
  const [takesSets, setTakesSets] = useState(done > 0 && done === sets.length)
  const { add, refusal } = useAdd({ swapFor, joins, takesSets })
  const counted = takesSets ? factsOf(swapped)?.tracking : undefined
  const offered = useMemo(
    () => catalogue?.filter(({ tracking }) => !counted || tracking === counted),
    [catalogue, counted],
  )
  const about = name
    ? say(said.swapTitle, { name })
    : partner && say(said.joinTitle, { name: partner })
  const choose = (exercise: Catalogue[number]) => {
    if (name) return add([exercise])
    setChosen((known) =>
      known.some(({ id }) => id === exercise.id)
        ? known.filter(({ id }) => id !== exercise.id)
        : [...known, exercise],
    )
  }
  if (isCreating)
    return (
      <CreateExercise
        {...{ query, filters }}
        isSwap={swapFor !== null}
        onCancel={() => setCreating(false)}
        onCreated={(exercise) => add([...chosen, exercise])}
      />
    )
  return (
    <div className="mx-auto -mt-2 flex max-w-2xl flex-col pb-20">
      <h1 className={about ? 'pb-1 text-[1.0625rem] font-semibold wrap-anywhere' : 'sr-only'}>
        {about ?? said.title}
      </h1>
      {done > 0 ? (
        <fieldset className="mb-2 rounded-control border border-line px-3 py-1">
          <legend className="sr-only">{said.setsLegend}</legend>
          {[false, true].map((takes) => (
            <label
              key={String(takes)}
              className="flex min-h-11 items-center gap-3 py-1 leading-tight"
            >
              <input
                type="radio"
                name="takesSets"
                checked={takesSets === takes}
                onChange={() => setTakesSets(takes)}
                className="size-5 flex-none accent-accent"
              />
              {say(said[takes ? 'setsMove' : 'setsStay'], { count: done })}
            </label>
          ))}
        </fieldset>
      ) : null}
      <AddSearch {...{ query, setQuery, filters, setFilters }} />
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      {catalogue && offered ? (
        <AddResults
          {...{ filters, chosen, choose }}
          catalogue={offered}
          like={swapped && catalogue.find(({ id }) => id === swapped.exerciseId)}
          query={sought}
          isSwap={name !== undefined}
          hereText={partner ? said.inWorkoutJoins : said.inWorkout}
          onCreate={() => setCreating(true)}
          clearFilters={() => setFilters(NO_FILTERS)}
        />
      ) : (
        <p className="py-4 text-soft">{said.waiting}</p>
      )}
      <LiveDock>
        {chosen.length > 0 ? (
          <div className="mx-auto max-w-2xl px-2 py-1.5">
            <Button type="button" className="w-full" onClick={() => add(chosen)}>
              {joins
                ? said.joinButton
                : chosen.length === 1
                  ? said.button
                  : say(said.buttonMany, { count: chosen.length })}
            </Button>
          </div>
        ) : null}
      </LiveDock>
    </div>
  )
}
