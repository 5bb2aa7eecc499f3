import type { Transaction } from '@/lib/db/client'
import { withGreyValues } from '@/lib/domain/grey-values'
import { setNumbers } from '@/lib/domain/set-numbers'
import type { WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { Workout } from '@/lib/schemas/workout'

/** A session with everything in it, as it is stored. Four statements, whatever the size and the history. */
export async function readWorkout(
  { tx, scope }: { tx: Transaction; scope: AthleteScope },
  session: SessionRow,
) {
  const workouts = new WorkoutRepository(tx, scope)
  const logs = await workouts.listExercises(session.id)
  const sets = await new SetRepository(tx, scope).listWithRemoved(session.id)
  const exerciseIds = [...new Set(logs.map((log) => log.exerciseId))]
  const previous = await workouts.listPreviousSets(exerciseIds, session)
  const records = await new RecordRepository(tx, scope).listOfSession(session.id)

  const present = logs.filter((log) => log.deletedAt === null)
  const times = sets.flatMap((set) => (set.deletedAt === null && set.performedAt) || [])
  return {
    ...session,
    lastSetAt: times.toSorted((a, b) => +a - +b).at(-1) ?? null,
    exercises: present.map((log) => {
      const last = previous.filter(
        (set) => set.exerciseId === log.exerciseId && set.kind !== 'warmup',
      )
      const own = sets.filter((set) => set.exerciseLogId === log.id && set.deletedAt === null)
      const numbers = setNumbers(own)
      return {
        ...log,
        previous: last,
        sets: own.map((set, index) => ({ ...set, number: numbers[index] ?? null })),
        records: records.filter((record) => own.some((set) => set.id === record.setId)),
      }
    }),
  }
}

/** Sets that are not done with what to do in grey, so that one tap accepts it. */
export const withSuggestions = (workout: Workout, unit: WeightUnit): Workout => ({
  ...workout,
  exercises: workout.exercises.map((log) => ({
    ...log,
    sets: withGreyValues(log.sets, log.previous, unit),
  })),
})
