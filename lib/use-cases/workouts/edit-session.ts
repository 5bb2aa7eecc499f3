import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { ownData } from '@/lib/policies/own-data'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import {
  newSetSchema,
  sessionDocumentShape,
  sessionSetSchema,
  setPatchSchema,
} from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import { writeDocument } from './write-document'

/** Writes a client's document over a workout that is going on. */
export const updateWorkout = defineUseCase({
  name: 'workout.update',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema, ...sessionDocumentShape }),
  output: z.object({ sessionId: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { sessionId, ...document } }) => {
    const session = await new WorkoutRepository(tx, scope).lock(sessionId, 'in_progress')
    await writeDocument({ tx, scope, actor, now }, session, document)
    return { sessionId }
  },
})

/** A single set is a document of one exercise with one set. */
const ofSet = (path: string): string => path.replace('exercises[0].sets[0].', '')

/** Adds a set with what was done in it; the same `id` again writes the same again, unless it was taken out. */
export const createSet = defineUseCase({
  name: 'workout.createSet',
  kind: 'write',
  access: 'user',
  input: newSetSchema,
  output: sessionSetSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input }) => {
    const { sessionId, exerciseLogId, id = newId(), ...set } = input
    const workouts = new WorkoutRepository(tx, scope)
    const session = await workouts.lock(sessionId, 'in_progress')
    const log = await workouts.getExercise(exerciseLogId)
    if (log.sessionId !== sessionId || log.deletedAt) throw new NotFoundError()
    const sets = [{ id, ...set, deleted: false }]
    const exercises = [{ id: log.id, sets, deleted: false }]
    await writeDocument({ tx, scope, actor, now }, session, { exercises }, ofSet)
    const written = await new SetRepository(tx, scope).get(id)
    if (written.deletedAt) throw new ConflictError('idTaken')
    return written
  },
})

/** Changes what it names of a set in a workout that is going on. */
export const patchSet = defineUseCase({
  name: 'workout.patchSet',
  kind: 'write',
  access: 'user',
  input: setPatchSchema,
  output: sessionSetSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { sessionId, setId, ...named } }) => {
    const session = await new WorkoutRepository(tx, scope).lock(sessionId, 'in_progress')
    const sets = new SetRepository(tx, scope)
    const set = await sets.get(setId)
    if (set.sessionId !== sessionId || set.deletedAt) throw new NotFoundError()
    const changed = [{ id: setId, ...named, deleted: false }]
    const exercises = [{ id: set.exerciseLogId, sets: changed, deleted: false }]
    await writeDocument({ tx, scope, actor, now }, session, { exercises }, ofSet)
    return sets.get(setId)
  },
})

/** Takes a set out of a workout that is going on; one that is out already stays so. */
export const deleteSet = defineUseCase({
  name: 'workout.deleteSet',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema, setId: idSchema }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { sessionId, setId: id } }) => {
    const session = await new WorkoutRepository(tx, scope).lock(sessionId, 'in_progress')
    const set = await new SetRepository(tx, scope).get(id)
    if (set.sessionId !== sessionId) throw new NotFoundError()
    const exercises = [{ id: set.exerciseLogId, sets: [{ id, deleted: true }], deleted: false }]
    await writeDocument({ tx, scope, actor, now }, session, { exercises })
    return { id }
  },
})
