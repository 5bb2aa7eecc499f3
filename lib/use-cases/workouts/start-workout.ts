import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { addDays, localDate } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { DiscardedRepository } from '@/lib/repositories/discarded-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { startWorkoutSchema } from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import { layOutWorkout } from './lay-out'
import { makeWay } from './make-way'
import { writeDocument } from './write-document'

/**
 * Starts a workout from a routine, a template, a workout done before, or empty: the plan as it is now is kept as a
 * snapshot, and its sets are laid out, with the loads that a line's rule makes of what was done. The same `id` again answers the same; while another
 * workout goes on it is a conflict, unless that one is to be replaced. Workouts that were discarded
 * more than a day ago are deleted for good on this occasion.
 */
export const startWorkout = defineUseCase({
  name: 'workout.start',
  kind: 'write',
  access: 'user',
  input: startWorkoutSchema,
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const id = input.id ?? newId()
    const running = await workouts.findInProgress()
    if (running?.id === id || (input.id && (await workouts.find(id)))) return { id }
    if (running) await makeWay({ tx, scope, actor, now }, running.id, input)
    await new DiscardedRepository(tx, scope).purge(now)

    const day = dayOf(input.date, localDate({ instant: now, ...actor }))
    const head = { id, startedAt: now, localDate: day }
    const isNew = await layOutWorkout({ tx, scope, actor, now }, input, head)
    // The same start was sent twice at once, and the other one made it.
    if (!isNew) return { id: (await workouts.get(id)).id }
    if (input.session) {
      const document = (path: string) => `session.${path}`
      await writeDocument(
        { tx, scope, actor, now },
        await workouts.get(id),
        input.session,
        document,
      )
    }
    await new AuditRepository(tx).record({
      actorId: actor.userId,
      action: 'session_started',
      subjectType: 'workout_session',
      subjectId: id,
      ownerId: scope.athleteId,
    })
    return { id }
  },
})

const DAYS_BACK = 7

function dayOf(given: string | undefined, today: string): string {
  // Elsewhere on earth it is tomorrow already.
  if (given && (given < addDays(today, -DAYS_BACK) || given > addDays(today, 1)))
    throw new ValidationError({ date: [{ key: 'pastWeek' }] })
  return given ?? today
}
