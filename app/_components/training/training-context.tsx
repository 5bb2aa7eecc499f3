'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { SetField } from '@/lib/domain/set-fields'
import { nextSetId } from '@/lib/domain/training/set-order'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { useTraining } from './use-training'
import type { TrainWords } from './words'

/** What the screen shows; `add` may be about another exercise's place. */
export type TrainingPlace = { view: 'workout' | 'finish' } | { view: 'add'; swapFor: string | null }

interface Shared extends ReturnType<typeof useTraining> {
  words: TrainWords
  /** Null when all are done. */
  nextSetId: string | null
  /** Weights that are being typed, by set. */
  weightDrafts: Readonly<Record<string, number>>
  draftWeight: (setId: string, weight: number | null) => void
  place: TrainingPlace
  /** Shows another part at once, with its own address; nothing is asked of the network. */
  go: (place: TrainingPlace) => void
}

const TrainingContext = createContext<Shared | null>(null)

/** The field of a set that has the focus, and what the keys of the dock do to it. */
export interface FocusedCell {
  setId: string
  field: SetField | 'rpe'
  /** Adds to what stands in the field, as if it were typed. */
  step: (delta: number) => void
  /** Marks the set as done with what stands in it by then; called after the field was left. */
  tick: () => void
}

/** Apart from the workout, so that moving from field to field draws no card again. */
const CellContext = createContext<FocusedCell | null>(null)
const FocusCellContext = createContext<(cell: FocusedCell | null) => void>(() => {})
export const useFocusedCell = () => use(CellContext)
/** A row says here which of its fields has the focus, and null when it is left. */
export const useFocusCell = () => use(FocusCellContext)

function CellProvider({ children }: { children: ReactNode }) {
  const [cell, focusCell] = useState<FocusedCell | null>(null)
  return (
    <FocusCellContext value={focusCell}>
      <CellContext value={cell}>{children}</CellContext>
    </FocusCellContext>
  )
}

/** The workout that the parts of the screen share. */
export function useSharedTraining(): Shared {
  const shared = use(TrainingContext)
  if (!shared) throw new Error('Parts of the training screen stand in its provider')
  return shared
}

export function TrainingProvider({
  document,
  words,
  place: first,
  children,
}: {
  document: TrainingDocument
  words: TrainWords
  place: TrainingPlace
  children: ReactNode
}) {
  const training = useTraining(document)
  const [weightDrafts, setWeightDrafts] = useState<Record<string, number>>({})
  const next = useMemo(() => nextSetId(training.document.training), [training.document.training])
  const [place, setPlace] = useState(first)
  const { id } = document.training
  useEffect(() => {
    const follow = () => setPlace(placeOf(window.location) ?? { view: 'workout' })
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = (to: TrainingPlace) => {
    const address = addressOf(id, to)
    // Going back is to lead away from where one is.
    if (address !== window.location.pathname + window.location.search)
      window.history.pushState(null, '', address)
    window.scrollTo(0, 0)
    setPlace(to)
  }
  const draftWeight = (setId: string, weight: number | null) =>
    setWeightDrafts(({ [setId]: _, ...others }) =>
      weight === null ? others : { ...others, [setId]: weight },
    )
  return (
    <TrainingContext
      value={{ ...training, words, nextSetId: next, weightDrafts, draftWeight, place, go }}
    >
      <CellProvider>{children}</CellProvider>
    </TrainingContext>
  )
}

/** Where a part of the screen is found. */
export function addressOf(sessionId: string, place: TrainingPlace): string {
  const workout = `/workout/${sessionId}`
  if (place.view === 'workout') return workout
  const swap = place.view === 'add' && place.swapFor ? `?swap=${place.swapFor}` : ''
  return `${workout}/${place.view}${swap}`
}

/** The part that stands at an address; null where it is none of a workout. */
export function placeOf({ pathname, search }: Location): TrainingPlace | null {
  const [, view = ''] = /^\/workout\/[0-9a-f-]{36}(?:\/(add|finish))?\/?$/.exec(pathname) ?? []
  if (view === 'add') return { view, swapFor: new URLSearchParams(search).get('swap') }
  return view === 'finish' ? { view } : { view: 'workout' }
}
