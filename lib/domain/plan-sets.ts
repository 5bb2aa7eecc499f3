import type { PlannedExercise, PlannedSet, Target } from '@/lib/schemas/plan'
import { fromKg, LOAD_STEP, roundTo, type WeightUnit } from './units'

export const roundToBar = (weight: number, unit: WeightUnit): number =>
  roundTo(weight, LOAD_STEP[unit])

const MOST_SETS = 50

/**
 * The sets a planned line stands for: its own list where it has one, else the line as often as it
 * says in each round of its block.
 */
export function plannedSets(line: PlannedExercise, rounds: number): PlannedSet[] {
  if (line.setList.length > 0) return [...line.setList]
  const set: PlannedSet = { kind: 'normal', ...targetOf(line) }
  return Array.from({ length: Math.min(MOST_SETS, line.sets * rounds) }, () => set)
}

/** What a line asks of each of its sets. */
export const targetOf = (line: Target): Target => ({
  repsMin: line.repsMin,
  repsMax: line.repsMax,
  isAmrap: line.isAmrap,
  weight: line.weight,
  weightUnit: line.weightUnit,
  percentOfMax: line.percentOfMax,
  rpe: line.rpe,
  durationSeconds: line.durationSeconds,
  distanceMeters: line.distanceMeters,
})

/** A target with its percentage turned into a load, where the one-rep max (kg) is known. */
export function resolveTarget(
  { kind: _, ...target }: PlannedSet,
  max: { oneRepMaxKg: number | null; unit: WeightUnit },
): Target {
  if (target.weight !== null || target.percentOfMax === null || max.oneRepMaxKg === null)
    return target
  const load = fromKg((max.oneRepMaxKg * target.percentOfMax) / 100, max.unit)
  return { ...target, weight: roundToBar(load, max.unit), weightUnit: max.unit }
}

export interface Performed {
  weight: number | null
  weightUnit: WeightUnit
  reps: number | null
  durationSeconds: number | null
  distanceMeters: number | null
}

/** The grey values of a set that is not done: what the plan asks for, else last time's. */
export function prefillSet(
  target: Target | null,
  last: Performed | null,
  unit: WeightUnit,
): Performed {
  return {
    weight: target?.weight ?? last?.weight ?? null,
    weightUnit: (target?.weight != null ? target.weightUnit : last?.weightUnit) ?? unit,
    reps: prefillReps(target, last?.reps ?? null),
    durationSeconds: target?.durationSeconds ?? last?.durationSeconds ?? null,
    distanceMeters: target?.distanceMeters ?? last?.distanceMeters ?? null,
  }
}

/** Within a range, or above a minimum, last time's reps say more than the lower end. */
function prefillReps(target: Target | null, last: number | null): number | null {
  const min = target?.repsMin ?? null
  if (min === null) return last
  const most = target?.isAmrap ? Number.POSITIVE_INFINITY : (target?.repsMax ?? min)
  return last !== null && last >= min && last <= most ? last : min
}
