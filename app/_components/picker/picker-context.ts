'use client'

import { createContext, use } from 'react'
import type { TrainingDocument } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import type { TrainWords } from '../training/words'

/** For what exercises are chosen: a workout that goes on or a past one, and whose it is. */
export interface Picking extends Pick<TrainWords, 'kinds' | 'locale'> {
  add: TrainWords['train']['add']
  person: Pick<TrainingDocument['person'], 'id' | 'timeZone' | 'distanceUnit'>
  weightUnit: WeightUnit
  /** The exercises that are in the workout already, by their ids in the library. */
  present: ReadonlySet<string>
}

export const PickerContext = createContext<Picking | null>(null)

/** What the parts of the picker share. */
export function usePicking(): Picking {
  const picking = use(PickerContext)
  if (!picking) throw new Error('Parts of the picker stand in its provider')
  return picking
}
