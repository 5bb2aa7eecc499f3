import { newId } from '@/lib/core/id'
import type { Operation } from './operations'
import type { TrainingDocument, TrainingExercise } from './training'

/** A workout that a phone can start by itself: what a start of today would lay out. */
export interface PreparedStart {
  /** Null for the empty workout. */
  routineId: string | null
  /** Days of the person's week that ask for it, 0 is Sunday. */
  days: readonly number[]
  /** Hours after midnight that still belong to the day before. */
  dayCutoffHour: number
  document: TrainingDocument
}

/**
 * The workout that a prepared start becomes, and the operation that tells the server of it. Every id is
 * new, so that the same routine can be started twice before the next network.
 */
export function beginPrepared(
  { routineId, document }: PreparedStart,
  { name, at }: { name: string; at: string },
): { document: TrainingDocument; operation: Operation } {
  const exercises = document.training.exercises.map(
    (exercise): TrainingExercise => ({
      ...exercise,
      id: newId(),
      sets: exercise.sets.map((set) => ({ ...set, id: newId() })),
    }),
  )
  const id = newId()
  const training = { ...document.training, id, name, startedAt: at, exercises }
  return {
    document: { ...document, revision: 0, training },
    operation: {
      ...{ id: newId(), sessionId: id, at },
      ...{ type: 'start', routineId, name },
      exercises: exercises.map((exercise) => ({
        ...{ id: exercise.id, exerciseId: exercise.exerciseId },
        ...{ block: exercise.block, blockKind: exercise.blockKind },
        ...{ restSeconds: exercise.restSeconds, tempo: exercise.tempo },
        ...{ planNotes: exercise.planNotes, reason: exercise.reason },
        sets: exercise.sets.map(({ id: setId, kind, target, weightUnit }) => ({
          ...{ id: setId, kind, target, weightUnit },
        })),
      })),
    },
  }
}
