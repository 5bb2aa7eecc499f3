import { partnersOf } from '@/lib/domain/training/blocks'
import type { ExerciseFacts, Training } from '@/lib/domain/training/training'
import type { Entry } from './phone-store'

/** The exercise that a set belongs to, though the workout may not have it, or not any more. */
export interface PlaceOfSet {
  exerciseLogId: string
  exerciseId: string
  facts: ExerciseFacts | undefined
}

/**
 * @param entries what waits on the phone, which may be what the set was to come with
 * @returns null where nothing says so any more
 */
export function placeOfSet(
  setId: string,
  { training, entries }: { training: Training; entries: readonly Entry[] },
): PlaceOfSet | null {
  const has = ({ sets }: { sets: readonly { id: string }[] }) => sets.some(({ id }) => id === setId)
  let exercise = training.exercises.find(has)
  for (const { operation, facts } of exercise ? [] : entries) {
    if (operation.type === 'addExercise' && operation.setIds.includes(setId)) {
      const { exerciseLogId, exerciseId } = operation
      return { exerciseLogId, exerciseId, facts: facts ?? training.facts[exerciseId] }
    }
    if (operation.type === 'addSets' && has(operation))
      exercise = training.exercises.find(({ id }) => id === operation.exerciseLogId)
    if (operation.type === 'addRound' && operation.setIds.includes(setId)) {
      const named = training.exercises.find(({ id }) => id === operation.exerciseLogId)
      exercise = named && partnersOf(training, named)[operation.setIds.indexOf(setId)]
    }
  }
  if (!exercise) return null
  const { id: exerciseLogId, exerciseId } = exercise
  return { exerciseLogId, exerciseId, facts: training.facts[exerciseId] }
}
