import { foldRecords, type RecordEntry, shownRecords } from '@/lib/domain/records'
import { weightKg } from './shown-sets'
import { type ExercisePast, presentExercises, presentSets, type TrainingDocument } from './training'

type Known = Pick<TrainingDocument, 'training' | 'past'>

/** The exercises with a record in this workout, each with the records it shows. */
export function listRecords(document: Known): { exerciseId: string; records: RecordEntry[] }[] {
  const ids = new Set(presentExercises(document.training).map((each) => each.exerciseId))
  return [...ids]
    .map((exerciseId) => ({ exerciseId, records: recordsOf(document, exerciseId) }))
    .filter(({ records }) => records.length > 0)
}

/**
 * The records that this workout shows of an exercise, the one that is worth most first, by the same
 * fold as the server's; none where nothing is known of the time before.
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
  return shownRecords(foldRecords({ tracking, standing: before.standing, sets }))
}
