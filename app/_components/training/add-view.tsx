'use client'

import { useDeferredValue, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
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
  const { add, refusal } = useAdd({ swapFor, joins })
  // On a slow phone the letters come first, what they find a moment later.
  const sought = useDeferredValue(query)
  const nameOf = (logId: string | null) => {
    const log = training.exercises.find((each) => each.id === logId)
    return log && training.facts[log.exerciseId]?.name
  }
  const [name, partner] = [nameOf(swapFor), nameOf(joins)]
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
      <AddSearch {...{ query, setQuery, filters, setFilters }} />
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      {catalogue ? (
        <AddResults
          {...{ catalogue, filters, chosen, choose }}
          query={sought}
          isSwap={name !== undefined}
          onCreate={() => setCreating(true)}
        />
      ) : (
        <p className="py-4 text-soft">{said.waiting}</p>
      )}
      <LiveDock>
        {chosen.length > 0 ? (
          <div className="mx-auto max-w-2xl px-2 py-1.5">
            <Button type="button" className="w-full" onClick={() => add(chosen)}>
              {chosen.length === 1 ? said.button : say(said.buttonMany, { count: chosen.length })}
            </Button>
          </div>
        ) : null}
      </LiveDock>
    </div>
  )
}
