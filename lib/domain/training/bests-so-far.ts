import { type Bests, bestsOf } from '@/lib/domain/believable'
import { estimateOneRepMax } from '@/lib/domain/one-rep-max'
import type { Standing } from '@/lib/domain/records'
import { weightKg } from './shown-sets'
import { presentExercises, presentSets, type TrainingDocument } from './training'

/** The bests with an exercise up to now, this workout's sets included; null without a history. */
export function bestsSoFar(
  { training, past }: Pick<TrainingDocument, 'training' | 'past'>,
  exerciseId: string,
): Bests | null {
  const tracking = training.facts[exerciseId]?.tracking
  const standing = past[exerciseId]?.standing ?? []
  if (!tracking || standing.length === 0) return null
  const today = presentExercises(training)
    .filter((exercise) => exercise.exerciseId === exerciseId)
    .flatMap(presentSets)
    .filter((set) => set.isCompleted && !set.isSlip && set.kind !== 'warmup')
    .flatMap(({ weight, weightUnit, reps }): Standing[] => {
      const kg = weight === null ? 0 : weightKg(weight, weightUnit)
      const oneRepMax = estimateOneRepMax({ weight: kg, reps: reps ?? 0 }) ?? 0
      return [
        { kind: 'heaviest_weight', bucket: 0, value: kg },
        { kind: 'e1rm', bucket: 0, value: oneRepMax },
        { kind: 'max_reps', bucket: 0, value: reps ?? 0 },
        { kind: 'set_volume', bucket: 0, value: kg * (reps ?? 0) },
      ]
    })
  return bestsOf(tracking, [...standing, ...today])
}
