'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { SetField } from '@/lib/domain/set-fields'
import { nextSetId } from '@/lib/domain/training/set-order'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { draftWeights } from './draft-weights'
import { useTraining } from './use-training'
import { useTyped } from './use-typed'
import type { TrainWords } from './words'

/** What the screen shows; `add` may be about another exercise's place, or the block it is in. */
export type TrainingPlace =
  | { view: 'workout' | 'finish' }
  | { view: 'add'; swapFor: string | null; joins: string | null }

interface Shared extends ReturnType<typeof useTraining> {
  words: TrainWords
  /** Null when all are done. */
  nextSetId: string | null
  /** What fields hold that was not logged yet, by set. */
  typed: ReturnType<typeof useTyped>['typed']
  type: ReturnType<typeof useTyped>['type']
  /** The weights among it, which the sets below show already. */
  weightDrafts: Readonly<Record<string, number>>
  place: TrainingPlace
  /**
   * Shows another part at once, with its own address; nothing is asked of the network. `landOn` is the
   * exercise of the workout that the person wants to go on with.
   */
  go: (place: TrainingPlace, landOn?: string) => void
  landOn: string | null
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
  const { typed, type } = useTyped(document.person.id, document.training.id, training.whenKept)
  const weightDrafts = useMemo(
    () => draftWeights(training.document, typed),
    [training.document, typed],
  )
  const next = useMemo(() => nextSetId(training.document.training), [training.document.training])
  const [place, setPlace] = useState(first)
  const [landOn, setLandOn] = useState<string | null>(null)
  const { id } = document.training
  useEffect(() => {
    const follow = () => {
      setLandOn(null)
      setPlace(placeOf(location) ?? { view: 'workout' })
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = (to: TrainingPlace, exerciseLogId?: string) => {
    const address = addressOf(id, to)
    // Going back is to lead away from where one is.
    if (address !== location.pathname + location.search) history.pushState(null, '', address)
    scrollTo(0, 0)
    setLandOn(exerciseLogId ?? null)
    setPlace(to)
  }
  return (
    <TrainingContext
      value={{
        ...{ ...training, words, nextSetId: next, typed, type, weightDrafts },
        ...{ place, go, landOn },
      }}
    >
      <CellProvider>{children}</CellProvider>
    </TrainingContext>
  )
}

/** Where a part of the screen is found. */
export function addressOf(sessionId: string, place: TrainingPlace): string {
  const workout = `/workout/${sessionId}`
  if (place.view === 'workout') return workout
  if (place.view !== 'add') return `${workout}/${place.view}`
  const { swapFor, joins } = place
  return `${workout}/add${swapFor ? `?swap=${swapFor}` : joins ? `?join=${joins}` : ''}`
}

/** The part that stands at an address; null where it is none of a workout. */
export function placeOf({ pathname, search }: Location): TrainingPlace | null {
  const [, view = ''] = /^\/workout\/[0-9a-f-]{36}(?:\/(add|finish))?\/?$/.exec(pathname) ?? []
  const asked = new URLSearchParams(search)
  if (view === 'add') return { view, swapFor: asked.get('swap'), joins: asked.get('join') }
  return view === 'finish' ? { view } : { view: 'workout' }
}
