import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { planOfWorkout } from '@/lib/domain/plan-of-workout'
import { blocksIn } from '@/lib/domain/rule-in'
import { ownData } from '@/lib/policies/own-data'
import { assertRoutineReader, holdLibrary, holdRoutine } from '@/lib/policies/routine'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { routineDocumentSchema } from '@/lib/schemas/plan'
import {
  newRoutineSchema,
  routineCopySchema,
  routineIdSchema,
  routinePatchSchema,
} from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'
import { recordGymRoutine } from '../gyms/gym-audit'
import { readWorkout } from '../workouts/read-workout'

const LONGEST_NAME = 100
const COPY = ' (Copy)'

/** Writes a new routine, one's own or a gym's, which may be empty still. The same `id` again changes nothing. */
export const createRoutine = defineUseCase({
  name: 'routine.create',
  kind: 'write',
  access: 'user',
  input: newRoutineSchema,
  output: routineIdSchema,
  authorize: (context) => holdLibrary(context, context.input.gymId),
  run: async ({ tx, scope, actor, input: { gymId: _, ...routine } }) => {
    const routines = new RoutineRepository(tx, scope)
    await routines.assertExercisesUsable(routine.blocks.flatMap((block) => block.exercises))
    const routineId = await routines.create(routine)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_created', routineId)
    return { routineId }
  },
})

/** Changes what it names of a routine, and whether it is put away; what it leaves out stays. */
export const patchRoutine = defineUseCase({
  name: 'routine.patch',
  kind: 'write',
  access: 'user',
  input: routinePatchSchema,
  output: routineIdSchema,
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, now, input: { routineId, isArchived, ...named } }) => {
    const routines = new RoutineRepository(tx, scope)
    await routines.getOwn(routineId)
    await routines.assertExercisesUsable((named.blocks ?? []).flatMap((block) => block.exercises))
    const before = await routines.getDocument(routineId)
    await routines.replace(routineId, { ...before, ...withoutUndefined(named) })
    if (isArchived !== undefined) await routines.setArchived(routineId, isArchived ? now : null)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', routineId)
    return { routineId }
  },
})

/**
 * A deep copy into one's own library or a gym's: within one library it is named "… (Copy)", from a
 * template or another library it keeps its name. The copy knows where it came from and goes its own
 * way from then on.
 */
export const cloneRoutine = defineUseCase({
  name: 'routine.clone',
  kind: 'write',
  access: 'user',
  input: routineCopySchema,
  output: routineIdSchema,
  authorize: (context) => assertRoutineReader(context, context.input.routineId),
  run: async ({ tx, scope: from, actor, input: { routineId: sourceRoutineId, gymId } }) => {
    const to = await holdLibrary({ tx, actor }, gymId)
    const source = new RoutineRepository(tx, from)
    const { ownerId, organizationId } = await source.get(sourceRoutineId)
    const document = await source.getDocument(sourceRoutineId)
    const isBuiltIn = ownerId === null && organizationId === null
    const blocks = isBuiltIn ? blocksIn(actor.weightUnit, document.blocks) : document.blocks
    const isSameLibrary = gymId ? organizationId === gymId : ownerId !== null
    const name = isSameLibrary ? copyName(document.name) : document.name
    const target = new RoutineRepository(tx, to)
    if (gymId) await target.assertExercisesUsable(blocks.flatMap((each) => each.exercises))
    const routineId = await target.create({ ...document, blocks, name, sourceRoutineId })
    await recordGymRoutine({ tx, actor, scope: to }, 'gym_routine_created', routineId)
    return { routineId }
  },
})

/** Makes a routine of what was done in a workout. The same `id` again changes nothing. */
export const createRoutineFromWorkout = defineUseCase({
  name: 'routine.createFromWorkout',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema, id: idSchema.optional() }),
  output: routineIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.sessionId)
    const { name, blocks } = planOfWorkout(await readWorkout({ tx, scope }, session))
    if (blocks.length === 0) throw new ConflictError('nothingToTrain')
    const document = routineDocumentSchema.parse({
      name,
      estimatedMinutes: minutesOf(session.durationSeconds),
      blocks: blocks.map((block) => ({
        ...block,
        exercises: block.exercises.map(({ name: _n, tracking: _t, ...line }) => line),
      })),
    })
    return {
      routineId: await new RoutineRepository(tx, scope).create({ ...document, id: input.id }),
    }
  },
})

const LONGEST_MINUTES = 300

const minutesOf = (seconds: number | null): number | null =>
  seconds === null ? null : Math.min(LONGEST_MINUTES, Math.max(1, Math.round(seconds / 60)))

/** A long name gives up its end, in whole characters, so that the mark of the copy fits. */
const copyName = (name: string): string =>
  [...name].slice(0, LONGEST_NAME - COPY.length).join('') + COPY

/** Takes a routine out of the lists and the week; it stays readable and can come back. */
export const archiveRoutine = defineUseCase({
  name: 'routine.archive',
  kind: 'write',
  access: 'user',
  input: routineIdSchema,
  output: routineIdSchema,
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, input, now }) => {
    await new RoutineRepository(tx, scope).setArchived(input.routineId, now)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', input.routineId)
    return input
  },
})

export const unarchiveRoutine = defineUseCase({
  name: 'routine.unarchive',
  kind: 'write',
  access: 'user',
  input: routineIdSchema,
  output: routineIdSchema,
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, input }) => {
    await new RoutineRepository(tx, scope).setArchived(input.routineId, null)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', input.routineId)
    return input
  },
})

/** Deletes a routine; what was trained with it stays. It can be restored for thirty days. */
export const deleteRoutine = defineUseCase({
  name: 'routine.delete',
  kind: 'write',
  access: 'user',
  input: routineIdSchema,
  output: routineIdSchema.extend({ gymSlug: z.string().nullable() }),
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, input, now }) => {
    await new RoutineRepository(tx, scope).delete(input.routineId, now)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_deleted', input.routineId)
    return { ...input, gymSlug: 'gymId' in scope ? scope.slug : null }
  },
})

/** Brings back a deleted routine; one that is there already stays as it is. */
export const restoreRoutine = defineUseCase({
  name: 'routine.restore',
  kind: 'write',
  access: 'user',
  input: routineIdSchema,
  output: routineIdSchema,
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, input }) => {
    await new RoutineRepository(tx, scope).restore(input.routineId)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', input.routineId)
    return input
  },
})
