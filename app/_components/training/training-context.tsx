'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { nextSetId } from '@/lib/domain/training/set-order'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { useTraining } from './use-training'
import type { TrainWords } from './words'

export type TrainingView = 'workout' | 'add' | 'finish'

interface Shared extends ReturnType<typeof useTraining> {
  words: TrainWords
  /** Null when all are done. */
  nextSetId: string | null
  /** Weights that are being typed, by set. */
  weightDrafts: Readonly<Record<string, number>>
  draftWeight: (setId: string, weight: number | null) => void
}

const TrainingContext = createContext<Shared | null>(null)

/** The workout that the parts of the screen share. */
export function useSharedTraining(): Shared {
  const shared = use(TrainingContext)
  if (!shared) throw new Error('Parts of the training screen stand in its provider')
  return shared
}

export function TrainingProvider({
  document,
  words,
  children,
}: {
  document: TrainingDocument
  words: TrainWords
  children: ReactNode
}) {
  const training = useTraining(document)
  const [weightDrafts, setWeightDrafts] = useState<Record<string, number>>({})
  const next = useMemo(() => nextSetId(training.document.training), [training.document.training])
  const draftWeight = (setId: string, weight: number | null) =>
    setWeightDrafts(({ [setId]: _, ...others }) =>
      weight === null ? others : { ...others, [setId]: weight },
    )
  return (
    <TrainingContext value={{ ...training, words, nextSetId: next, weightDrafts, draftWeight }}>
      {children}
    </TrainingContext>
  )
}
