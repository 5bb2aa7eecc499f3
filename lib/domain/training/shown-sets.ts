import { withGreyValues } from '@/lib/domain/grey-values'
import { setNumbers } from '@/lib/domain/set-numbers'
import { convertWeight, type LoadFacts, stepFor, toKg, type WeightUnit } from '@/lib/domain/units'
import {
  type PastSet,
  presentSets,
  type Training,
  type TrainingDocument,
  type TrainingExercise,
  type TrainingSet,
} from './training'

export interface ShownSet {
  /** As it is kept. */
  set: TrainingSet
  /** With what to do in each field where nothing was typed yet. */
  shown: TrainingSet
  /** What it is called by; warm-ups have none. */
  number: number | null
  previous: PastSet | null
}

/** The unit that an exercise is logged in. */
export const unitOf = (training: Training, exerciseId: string): WeightUnit =>
  training.facts[exerciseId]?.weightUnit ?? training.weightUnit

/**
 * The sets of an exercise as its rows show them.
 *
 * @param drafts weights that are being typed, by set: they stand in the rows below already
 */
export function shownSets(
  { training, past }: Pick<TrainingDocument, 'training' | 'past'>,
  exercise: TrainingExercise,
  drafts: Readonly<Record<string, number>> = {},
): ShownSet[] {
  const unit = unitOf(training, exercise.exerciseId)
  const facts = training.facts[exercise.exerciseId]
  const sets = presentSets(exercise)
  const drafted = sets.map((set) => {
    const weight = drafts[set.id]
    if (weight === undefined || set.isCompleted) return set
    return { ...set, weight, weightUnit: isBlank(set) ? unit : set.weightUnit }
  })
  const last = facts?.lastSet
  const previous = past[exercise.exerciseId]?.previous ?? (last ? [last] : [])
  const grey = withGreyValues(drafted, previous, unit)
  const numbers = setNumbers(sets)
  let working = 0
  return sets.map((set, index) => {
    const number = numbers[index] ?? null
    const place = number === null ? null : working++
    const suggested = grey[index] ?? set
    const { reps, durationSeconds, distanceMeters } = suggested
    const { weight, weightUnit } = isBlank(set) ? inUnit(suggested, unit, facts) : set
    const rpe = set.rpe ?? (set.isCompleted ? null : (set.target?.rpe ?? null))
    return {
      ...{ set, number },
      shown: { ...set, weight, weightUnit, reps, durationSeconds, distanceMeters, rpe },
      previous: place === null ? null : (previous[place] ?? null),
    }
  })
}

/** Nothing was lifted yet, so its weight will be in the unit of the exercise, whatever that was before. */
const isBlank = (set: TrainingSet): boolean => set.weight === null && !set.isCompleted

/** A set with its weight in a unit: as near as its exercise can be loaded. */
export function inUnit<T extends Pick<TrainingSet, 'weight' | 'weightUnit'>>(
  set: T,
  unit: WeightUnit,
  facts: LoadFacts = {},
): T {
  const { weight, weightUnit: from } = set
  const step = stepFor(facts)
  const converted = weight === null ? null : convertWeight(weight, { from, to: unit, step })
  return { ...set, weight: converted, weightUnit: unit }
}

/** As the database keeps it. */
export const weightKg = (weight: number, unit: WeightUnit): number =>
  Number(toKg(weight, unit).toFixed(5))
