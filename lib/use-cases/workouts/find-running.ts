import type { Transaction } from '@/lib/db/client'
import { isQuiet } from '@/lib/domain/training/training'
import type { AthleteScope } from '@/lib/policies/scope'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { RunningWorkout } from '@/lib/schemas/workout'

/** The workout that is going on, and whether it may have been forgotten. One statement. */
export async function findRunning({
  tx,
  scope,
  now,
}: {
  tx: Transaction
  scope: AthleteScope
  now: Date
}): Promise<RunningWorkout | null> {
  const running = await new WorkoutRepository(tx, scope).findInProgress()
  return running && { ...running, isQuiet: isQuiet(running, now.getTime()) }
}
