import { type BarAndPlates, barInUnit } from '@/lib/domain/gear'
import { nextLoadable } from '@/lib/domain/plates'
import { roundTo, type WeightUnit } from '@/lib/domain/units'
import { LOAD_STEP, unitOf } from './shown-sets'
import type { TrainingDocument } from './training'

/**
 * The bar of an exercise with the plates at hand, in the unit that is asked for, which may not be the
 * one the exercise is logged in; null where no bar is loaded.
 */
export function gearOf(
  { person, training }: Pick<TrainingDocument, 'person' | 'training'>,
  exerciseId: string,
  unit: WeightUnit,
): BarAndPlates | null {
  const { isPlateLoaded, barWeight = null } = training.facts[exerciseId] ?? {}
  if (!isPlateLoaded) return null
  const usual = person.gear[unit]
  if (barWeight === null) return usual
  return { ...usual, bar: barInUnit(barWeight, unitOf(training, exerciseId), unit) }
}

/** The next load above (1) or below (−1): what plates allow, without a bar a step of dumbbells. */
export function nextLoad(
  load: number,
  direction: 1 | -1,
  { gear, unit }: { gear: BarAndPlates | null; unit: WeightUnit },
): number | null {
  if (gear) return nextLoadable({ load, direction, ...gear })
  const step = LOAD_STEP[unit]
  const next =
    roundTo(load, step) === load
      ? load + direction * step
      : (direction === 1 ? Math.ceil(load / step) : Math.floor(load / step)) * step
  return next < 0 ? null : next
}
