import { foldRecords, type RecordEntry } from '@/lib/domain/records'
import { weightKg } from './shown-sets'
import { type ExercisePast, presentSets, type TrainingDocument } from './training'

/**
 * Records that the sets of an exercise in this workout have set, by the same fold as the server's;
 * none where nothing is known of the time before.
 */
export function recordsOf(
  { training, past }: Pick<TrainingDocument, 'training' | 'past'>,
  exerciseId: string,
): RecordEntry[] {
  const tracking = training.facts[exerciseId]?.tracking
  const before: ExercisePast | undefined = past[exerciseId]
  if (!tracking || !before) return []
  const sets = training.exercises
    .filter((each) => each.exerciseId === exerciseId && each.deletedAt === null)
    .flatMap(presentSets)
    .flatMap((set) =>
      set.isCompleted && set.performedAt
        ? [
            {
              ...set,
              setId: set.id,
              sessionId: training.id,
              performedAt: new Date(set.performedAt),
              weightKg: set.weight === null ? null : weightKg(set.weight, set.weightUnit),
            },
          ]
        : [],
    )
  return foldRecords({ tracking, standing: before.standing, sets })
}
