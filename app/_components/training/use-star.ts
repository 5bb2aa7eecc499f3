'use client'

import { useEffect, useState } from 'react'
import type { TrainingExercise } from '@/lib/domain/training/training'
import type { Star } from './star-of'
import { useSharedTraining } from './training-context'

/** The star of an exercise; the fold over its sets is loaded once one of them is done. */
export function useStar({ exerciseId, sets }: TrainingExercise): Star | null {
  const { document, words } = useSharedTraining()
  const [star, setStar] = useState<Star | null>(null)
  const isBegun = sets.some((set) => set.isCompleted)
  useEffect(() => {
    if (!isBegun) return setStar(null)
    let isShown = true
    import('./star-of').then(({ starOf }) => {
      if (isShown) setStar(starOf({ document, words }, exerciseId))
    })
    return () => {
      isShown = false
    }
  }, [document, words, exerciseId, isBegun])
  return star
}
