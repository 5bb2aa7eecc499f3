import * as z from 'zod'
import { listedSessionSchema, type SessionFilter, sessionFilterSchema } from '@/lib/schemas/history'
import { completeWorkoutSchema, startWorkoutSchema } from '@/lib/schemas/session-document'
import { idSchema, text } from '@/lib/schemas/text'
import { getRoutine } from '@/lib/use-cases/routines/read-routines'
import { updateRoutineFromWorkout } from '@/lib/use-cases/routines/update-from-workout'
import { createRoutineFromWorkout } from '@/lib/use-cases/routines/write-routines'
import { amendWorkout } from '@/lib/use-cases/workouts/correct-workout'
import {
  createSet,
  deleteSet,
  patchSet,
  updateWorkout,
} from '@/lib/use-cases/workouts/edit-session'
import { completeWorkout, removeWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { getStarts } from '@/lib/use-cases/workouts/prepare-starts'
import { getRevision, getSession, listWorkouts } from '@/lib/use-cases/workouts/read-workouts'
import { restoreWorkout } from '@/lib/use-cases/workouts/restore-workout'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { syncOperations } from '@/lib/use-cases/workouts/sync'
import { getTraining } from '@/lib/use-cases/workouts/train'
import { endpoint, page, showing } from '../endpoint'
import { cursorSchema, limitSchema, paginate } from '../paging'

const { routineId, exerciseId, from, to, q, sort, order, offset, after } = sessionFilterSchema.shape

/** By day a list goes on after its last session, in any other order by place. */
const sessionCursorSchema = cursorSchema(z.union([offset, after.unwrap()]))

const listSchema = z
  .strictObject({
    plan_id: routineId,
    exercise_id: exerciseId,
    date_from: from,
    date_to: to,
    /** Left out it is both. */
    completed: z.boolean().optional(),
    search: q,
    ...{ sort, order, limit: limitSchema, offset, cursor: sessionCursorSchema },
  })
  .refine(({ cursor, sort: by }) => typeof cursor !== 'object' || by === 'date', {
    path: ['cursor'],
  })
  .transform(
    ({ plan_id, exercise_id, date_from, date_to, completed, search, cursor, ...rest }) => ({
      ...rest,
      ...{ routineId: plan_id, exerciseId: exercise_id, from: date_from, to: date_to, q: search },
      status: statusOf(completed),
      ...(typeof cursor === 'number' && { offset: cursor }),
      ...(typeof cursor === 'object' && { after: cursor }),
    }),
  )

function statusOf(completed: boolean | undefined): SessionFilter['status'] {
  if (completed === undefined) return 'any'
  return completed ? 'completed' : 'unfinished'
}

const startSchema = z
  .strictObject({
    id: startWorkoutSchema.shape.id,
    plan_id: idSchema.nullable().default(null),
    /** A finished workout to do again. */
    repeat_of: idSchema.nullable().default(null),
    name: startWorkoutSchema.shape.name,
    date: startWorkoutSchema.shape.date,
    session: startWorkoutSchema.shape.session,
  })
  .transform(({ plan_id, repeat_of, ...rest }) => ({
    ...rest,
    ...{ routineId: plan_id, repeatOf: repeat_of, isReplacing: false, isFinishing: false },
  }))

const inSession = {
  params: { id: 'sessionId' },
  invalid: 'sessionInvalid',
  missing: 'sessionNotFound',
} as const

const shown = showing(getSession, ({ id }: { id: string }) => ({ sessionId: id }))

export const sessionEndpoints = {
  'GET /api/sessions': endpoint(listWorkouts, {
    summary:
      'Your workouts with the best of each exercise and without their sets, the newest first.',
    input: listSchema,
    answer: page(listedSessionSchema, ({ sessions, hasMore }, input) => {
      const last = sessions.at(-1)
      const isByDay = input.sort === 'date'
      const lastAt = last && { localDate: last.localDate, startedAt: last.startedAt.toISOString() }
      const next = isByDay ? lastAt : input.offset + input.limit
      return {
        items: sessions,
        pagination: paginate({ limit: input.limit }, hasMore ? next : null),
      }
    }),
  }),
  'POST /api/sessions': endpoint(startWorkout, {
    summary: 'Starts a workout, from a routine or a template or empty.',
    input: startSchema,
    answer: shown,
    status: 201,
    invalid: 'sessionInvalid',
    codes: { planNotFound: 'validation' },
  }),
  'GET /api/sessions/:id': endpoint(getSession, {
    summary: 'A workout with everything in it.',
    params: { id: 'sessionId' },
    missing: 'sessionNotFound',
  }),
  'GET /api/sessions/:id/stream': endpoint(getRevision, {
    summary:
      'Server-sent events: the revision of a workout at once and after each change of it; 0 when it is gone.',
    isStream: true,
    params: { id: 'sessionId' },
    missing: 'sessionNotFound',
  }),
  'PATCH /api/sessions/:id': endpoint(updateWorkout, {
    summary:
      'Writes what the document names of a workout that is going on; what it leaves out stays, deleted: true removes.',
    answer: showing(getSession, ({ sessionId: id }) => ({ sessionId: id })),
    ...inSession,
  }),
  'DELETE /api/sessions/:id': endpoint(removeWorkout, {
    summary:
      'Deletes a finished workout, or discards the one that is going on, which can be restored for a day.',
    ...inSession,
  }),
  'POST /api/sessions/:id/restore': endpoint(restoreWorkout, {
    summary:
      'Restores a workout that was discarded less than a day ago; isReplacing discards or isFinishing finishes the one that goes on.',
    answer: shown,
    ...inSession,
  }),
  'POST /api/sessions/:id/sets': endpoint(createSet, {
    summary: 'Adds a set to an exercise of a workout that is going on.',
    status: 201,
    ...inSession,
  }),
  'PATCH /api/sessions/:id/sets/:setId': endpoint(patchSet, {
    summary: 'Changes what it names of a set in a workout that is going on.',
    ...inSession,
  }),
  'DELETE /api/sessions/:id/sets/:setId': endpoint(deleteSet, {
    summary: 'Takes a set out of a workout that is going on.',
    ...inSession,
  }),
  'POST /api/sessions/:id/complete': endpoint(completeWorkout, {
    summary: 'Finishes a workout, with a last document of it if there is one.',
    input: completeWorkoutSchema.extend({ notes: text({ max: 2000 }).nullable().default(null) }),
    answer: shown,
    ...inSession,
  }),
  'GET /api/sessions/:id/training': endpoint(getTraining, {
    summary:
      'A workout as the training screen knows it, with what came before it and what lies beside the bar.',
    params: { id: 'sessionId' },
    missing: 'sessionNotFound',
  }),
  'GET /api/sessions/starts': endpoint(getStarts, {
    summary: 'What starts of today would lay out, for a phone that starts without a network.',
  }),
  'POST /api/sync': endpoint(syncOperations, {
    summary:
      'Does a batch of queued changes, each once for ever by its own id, and answers what became of each.',
  }),
  'POST /api/sessions/:id/routine': endpoint(createRoutineFromWorkout, {
    summary: 'Makes a routine of what was done in a workout.',
    answer: showing(getRoutine, ({ routineId: made }) => ({ routineId: made })),
    status: 201,
    params: { id: 'sessionId' },
    missing: 'sessionNotFound',
  }),
  'PUT /api/sessions/:id/routine': endpoint(updateRoutineFromWorkout, {
    summary:
      'Writes what was done differently in a finished workout into the routine it came from.',
    answer: showing(getRoutine, ({ routineId: updated }) => ({ routineId: updated })),
    ...inSession,
  }),
  'POST /api/sessions/:id/corrections': endpoint(amendWorkout, {
    summary: 'Corrects a finished workout; what it leaves out stays, and the change is recorded.',
    answer: shown,
    ...inSession,
  }),
}
