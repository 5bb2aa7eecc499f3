'use client'

import { useEffect, useMemo, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import { findExercises } from '@/lib/domain/training/find-exercises'
import { keepCatalogue } from '@/lib/offline/keep-catalogue'
import { openStore } from '@/lib/offline/open-store'
import type { Catalogue } from '@/lib/schemas/training'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

const SHOWN = 40
const MOST_SETS = 20

interface AddViewProps {
  swapFor: string | null
  /** The exercise whose block another is to come into. */
  joins: string | null
}

/**
 * Finds an exercise in the list that the phone keeps, to add it, to put it in another's place or to
 * make a superset with another.
 */
export function AddView({ swapFor, joins }: AddViewProps) {
  const { document, words, dispatch, go } = useSharedTraining()
  const { add } = words.train
  const { training } = document
  const catalogue = useCatalogue(document.person.id)
  const [query, setQuery] = useState('')
  const found = useMemo(
    () => findExercises(catalogue ?? [], query).slice(0, SHOWN),
    [catalogue, query],
  )
  const nameOf = (logId: string | null) => {
    const log = training.exercises.find((each) => each.id === logId)
    return log && training.facts[log.exerciseId]?.name
  }
  const [name, partner] = [nameOf(swapFor), nameOf(joins)]
  const choose = ({ id: exerciseId, aliases: _, ...facts }: Catalogue[number]) => {
    const setIds = Array.from({ length: MOST_SETS }, newId)
    const place = { exerciseLogId: newId(), exerciseId, setIds, swapFor, joins }
    const outcome = dispatch({ type: 'addExercise', ...place }, facts)
    if (outcome.kind === 'applied') go({ view: 'workout' })
  }
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-3">
      <h1 className="text-[22px] font-bold">
        {name
          ? say(add.swapTitle, { name })
          : partner
            ? say(add.joinTitle, { name: partner })
            : add.title}
      </h1>
      <input
        type="search"
        aria-label={add.search}
        placeholder={add.search}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        className="min-h-12 rounded-control border border-line bg-surface px-4"
      />
      {catalogue === null ? <p className="text-soft">{add.waiting}</p> : null}
      {catalogue !== null && found.length === 0 ? <p className="text-soft">{add.none}</p> : null}
      {found.length > 0 ? (
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {found.map((exercise) => (
              <li key={exercise.id} className="flex items-center justify-between gap-3 px-4 py-2">
                <span className="min-w-0 font-semibold wrap-anywhere">{exercise.name}</span>
                <Button
                  type="button"
                  look="quiet"
                  size="compact"
                  aria-label={say(name ? add.swapButton : add.button, { name: exercise.name })}
                  onClick={() => choose(exercise)}
                >
                  +
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <TrainingLink view="workout" look="quiet">
        {words.train.back}
      </TrainingLink>
    </div>
  )
}

/** As the phone knows it, and anew where there is a network; null until either has answered. */
function useCatalogue(userId: string): Catalogue | null {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  useEffect(() => {
    let isShown = true
    const load = async () => {
      const { store } = await openStore()
      const kept = await store.findCatalogue(userId).catch(() => null)
      if (kept && isShown) setCatalogue(kept)
      const fresh = await keepCatalogue(userId)
      if (fresh && isShown) setCatalogue(fresh)
    }
    load()
    return () => {
      isShown = false
    }
  }, [userId])
  return catalogue
}
