import * as z from 'zod'
import {
  createExerciseSchema,
  exercisePatchSchema,
  exerciseSearchSchema,
  exerciseSummarySchema,
} from '@/lib/schemas/exercise-library'
import { idSchema, text } from '@/lib/schemas/text'
import { getExercise, searchExercises } from '@/lib/use-cases/exercises/read-exercises'
import {
  createExercise,
  deleteExercise,
  patchExercise,
} from '@/lib/use-cases/exercises/write-exercises'
import { getCatalogue } from '@/lib/use-cases/workouts/train'
import { endpoint, mapped, page, showing } from '../endpoint'
import { cursorSchema, limitSchema, pageOf } from '../paging'

const { q, page: pageSchema, ...filters } = exerciseSearchSchema.shape

const searchSchema = z
  .strictObject({
    search: q,
    ...filters,
    page: pageSchema,
    limit: limitSchema,
    cursor: cursorSchema(pageSchema),
  })
  .transform(({ search, cursor, ...rest }) => ({ ...rest, q: search, page: cursor ?? rest.page }))

/** One step an entry, as they are answered; the use case takes a step a line. */
const instructionsSchema = z
  .array(text({ min: 1, max: 1000 }))
  .max(100)
  .transform((steps) => steps.join('\n'))
  .pipe(text({ max: 3000 }))

const byId = { params: { id: 'exerciseId' } }
const shown = showing(getExercise, ({ exerciseId }: { exerciseId: string }) => ({ exerciseId }))

export const exerciseEndpoints = {
  'GET /api/exercises/catalogue': endpoint(getCatalogue, {
    summary: 'Every exercise you may use in one short list, for work without a network.',
  }),
  'GET /api/exercises': endpoint(searchExercises, {
    summary: 'Built-in and own exercises that match, best first.',
    input: searchSchema,
    answer: page(exerciseSummarySchema, ({ exercises, total }, { page: at, limit }) =>
      pageOf(exercises, { limit, total, page: at }),
    ),
  }),
  'POST /api/exercises': endpoint(createExercise, {
    summary: 'Adds an exercise of your own.',
    input: createExerciseSchema.extend({ instructions: instructionsSchema.prefault([]) }),
    answer: shown,
    status: 201,
  }),
  'GET /api/exercises/:id': endpoint(getExercise, {
    summary: 'One exercise.',
    ...byId,
  }),
  'PATCH /api/exercises/:id': endpoint(patchExercise, {
    summary: 'Changes what it names of an exercise of your own.',
    input: exercisePatchSchema.extend({ instructions: instructionsSchema.optional() }),
    answer: shown,
    ...byId,
  }),
  'DELETE /api/exercises/:id': endpoint(deleteExercise, {
    summary: 'Deletes an exercise of your own; one that was used is archived instead.',
    answer: mapped(
      z.object({ id: idSchema, isArchived: z.boolean() }),
      ({ exerciseId: id, isArchived }) => ({ id, isArchived }),
    ),
    ...byId,
  }),
}
