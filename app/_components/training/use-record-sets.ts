'use client'

import { useEffect, useState } from 'react'
import type { TrainingDocument, TrainingExercise } from '@/lib/domain/training/training'

/** Which of an exercise's sets set a record; the fold over them is loaded once a set is done. */
export function useRecordSets(
  document: TrainingDocument,
  { exerciseId, sets }: TrainingExercise,
): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const isBegun = sets.some((set) => set.isCompleted)
  useEffect(() => {
    if (!isBegun) return setIds(new Set())
    let isShown = true
    import('@/lib/domain/training/records-of').then(({ recordsOf }) => {
      const records = recordsOf(document, exerciseId)
      if (isShown) setIds(new Set(records.map((record) => record.setId)))
    })
    return () => {
      isShown = false
    }
  }, [document, exerciseId, isBegun])
  return ids
}
