import { foldRecords, type RecordEntry } from '@/lib/domain/records'
import { weightKg } from './shown-sets'
import { type ExercisePast, presentExercises, presentSets, type TrainingDocument } from './training'

type Known = Pick<TrainingDocument, 'training' | 'past'>

/** How many kinds of record rose in this workout, however often each did, as the history counts them. */
export function countRecords(document: Known): number {
  const exercises = new Set(presentExercises(document.training).map((each) => each.exerciseId))
  const risen = [...exercises].map((id) => {
    const chains = recordsOf(document, id).map(({ kind, bucket }) => `${kind}:${bucket}`)
    return new Set(chains).size
  })
  return risen.reduce((sum, count) => sum + count, 0)
}

/**
 * Records that the sets of an exercise in this workout have set, by the same fold as the server's;
 * none where nothing is known of the time before.
 */
export function recordsOf({ training, past }: Known, exerciseId: string): RecordEntry[] {
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
