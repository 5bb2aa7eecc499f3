import type { Transaction } from '@/lib/db/client'
import type { DoneExercise } from '@/lib/domain/routine-update/pair-exercises'
import type { AthleteScope } from '@/lib/policies/scope'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { PlanSnapshot } from '@/lib/schemas/plan'

/**
 * The plan of a workout beside every exercise of it, those taken out too, with the sets that are in
 * it; null where it had no plan. Three statements.
 */
export async function readPlanAndDone(
  { tx, scope }: { tx: Transaction; scope: AthleteScope },
  session: SessionRow,
): Promise<{ plan: PlanSnapshot; done: (DoneExercise & { sets: readonly SetRow[] })[] } | null> {
  const workouts = new WorkoutRepository(tx, scope)
  const plan = await workouts.findSnapshot(session)
  if (!plan) return null
  const logs = await workouts.listExercises(session.id)
  const sets = await new SetRepository(tx, scope).listOfSession(session.id)
  const setsOf = (id: string) => sets.filter((set) => set.exerciseLogId === id)
  return { plan, done: logs.map((log) => ({ ...log, sets: setsOf(log.id) })) }
}
