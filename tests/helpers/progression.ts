import { plannedSets } from '@/lib/domain/plan-sets'
import {
  type DoneSet,
  type ProgressionRule,
  progress,
  type RuleOf,
  type Standing,
} from '@/lib/domain/progression'
import { parseWave, WAVE_PRESETS } from '@/lib/domain/wave-text'
import { plannedExerciseSchema } from '@/lib/schemas/plan'

const exerciseId = '00000000-0000-7000-8000-000000000000'
export const plan = (line: object) =>
  plannedSets(plannedExerciseSchema.parse({ exerciseId, ...line }), 1)
export const fives = plan({ sets: 3, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg' })
export const range = plan({ sets: 3, repsMin: 8, repsMax: 12, weight: 60, weightUnit: 'kg' })

export const done = (weight: number | null, reps: readonly number[], more: Partial<DoneSet> = {}) =>
  reps.map((count): DoneSet => ({ reps: count, weight, weightUnit: 'kg', rpe: null, ...more }))

export const linear: RuleOf<'linear'> = {
  ...{ kind: 'linear', step: 2.5, unit: 'kg', misses: 2, deloadPercent: 10 },
}
export const wave: RuleOf<'wave'> = {
  ...{ kind: 'wave', step: 2.5, unit: 'kg' },
  weeks: parseWave(WAVE_PRESETS['531']) ?? [],
}

export const next = (rule: ProgressionRule, standing: Partial<Standing>) =>
  progress(rule, {
    ...{ tracking: 'weight_reps', planned: fives, log: [], trainingMax: null },
    ...{ workoutCount: 0, oneRepMaxKg: null },
    ...standing,
  })
export const weights = ({ sets }: ReturnType<typeof next>) => sets.map((set) => set.weight)
export const missed = [5, 5, 4]
