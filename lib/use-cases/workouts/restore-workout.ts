import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { DiscardedRepository } from '@/lib/repositories/discarded-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema } from '@/lib/schemas/text'
import { discardedWorkoutSchema, makeWayShape } from '@/lib/schemas/workout'
import { makeWay } from './make-way'
import { recomputeOthers, touchedBySession } from './totals'

/** The workouts that were discarded within a day, the newest first. */
export const listDiscarded = defineUseCase({
  name: 'workout.listDiscarded',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.array(discardedWorkoutSchema),
  authorize: ({ actor }) => ownData(actor),
  run: ({ tx, scope, now }) => new DiscardedRepository(tx, scope).list(now),
})

/**
 * Brings a discarded workout back with its sets and records, and it goes on. While another one goes
 * on it is a conflict, unless the caller says what is to become of that one. Restoring again changes
 * nothing.
 */
export const restoreWorkout = defineUseCase({
  name: 'workout.restore',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema, ...makeWayShape }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now, input: { sessionId: id, ...way } }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const discarded = new DiscardedRepository(tx, scope)
    if (!(await discarded.lock(id, now))) return { id: (await workouts.get(id)).id }
    const running = await workouts.findInProgress()
    if (running) await makeWay({ tx, scope, actor, now }, running.id, way)
    await discarded.restore(id)
    const touched = await touchedBySession(tx, scope, id)
    await recomputeOthers(tx, scope, { sessionId: id, touched })
    await new AuditRepository(tx).record({
      actorId: actor.userId,
      action: 'session_restored',
      subjectType: 'workout_session',
      subjectId: id,
      ownerId: scope.athleteId,
    })
    return { id }
  },
})
