import { barInUnit } from '@/lib/domain/gear'
import type { Loadable } from '@/lib/domain/plates'
import { LOAD_STEP, type WeightUnit } from '@/lib/domain/units'
import { unitOf } from './shown-sets'
import type { TrainingDocument } from './training'

/** Where no bar is loaded, every step of a rack of dumbbells or a stack, as far as weights go. */
const withoutBar = (step: number): Loadable => ({
  ...{ bar: 0, step },
  plates: [step * 16, step / 2].map((weight) => ({ weight, count: 80 })),
})

/**
 * What an exercise is loaded with, in the unit that is asked for, which may not be the one it is logged
 * in: its bar with the plates at hand, or the dumbbells.
 */
export function gearOf(
  { person, training }: Pick<TrainingDocument, 'person' | 'training'>,
  exerciseId: string,
  unit: WeightUnit,
): Loadable {
  const { isPlateLoaded, isDumbbell, barWeight = null } = training.facts[exerciseId] ?? {}
  const usual = person.gear[unit]
  const { dumbbells = [] } = usual
  if (isDumbbell && dumbbells.length > 0) return { bar: 0, plates: [], rack: dumbbells }
  if (!isPlateLoaded) return withoutBar(LOAD_STEP[unit])
  if (barWeight === null) return usual
  return { ...usual, bar: barInUnit(barWeight, unitOf(training, exerciseId), unit) }
}
