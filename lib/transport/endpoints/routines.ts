import * as z from 'zod'
import { routineSummarySchema, templateSummarySchema } from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'
import { getRoutine, listRoutines, listTemplates } from '@/lib/use-cases/routines/read-routines'
import {
  cloneRoutine,
  createRoutine,
  deleteRoutine,
  patchRoutine,
  restoreRoutine,
} from '@/lib/use-cases/routines/write-routines'
import { endpoint, mapped, page, showing } from '../endpoint'
import { nextPlace, offsetShape, placeOf } from '../paging'

const byId = { params: { id: 'routineId' }, missing: 'planNotFound' } as const
const shown = showing(getRoutine, ({ routineId }: { routineId: string }) => ({ routineId }))

export const routineEndpoints = {
  'GET /api/routines': endpoint(listRoutines, {
    summary: 'Your routines, the latest used first.',
    input: z
      .strictObject({ isArchived: z.boolean().default(false), ...offsetShape })
      .transform(({ isArchived, ...asked }) => ({ isArchived, ...placeOf(asked) })),
    answer: page(routineSummarySchema, ({ routines, hasMore }, input) => ({
      items: routines,
      pagination: nextPlace(hasMore, input),
    })),
  }),
  'GET /api/routines/templates': endpoint(listTemplates, {
    summary: 'The built-in templates, by goal and name.',
    input: z.strictObject(offsetShape).transform(placeOf),
    answer: page(templateSummarySchema, ({ templates, hasMore }, input) => ({
      items: templates,
      pagination: nextPlace(hasMore, input),
    })),
  }),
  'POST /api/routines': endpoint(createRoutine, {
    summary: 'Makes a routine; the same id again changes nothing.',
    answer: shown,
    status: 201,
  }),
  'GET /api/routines/:id': endpoint(getRoutine, {
    summary: 'A routine or a template with everything in it.',
    ...byId,
  }),
  'PATCH /api/routines/:id': endpoint(patchRoutine, {
    summary: 'Changes what it names of a routine; blocks are replaced as a whole.',
    answer: shown,
    ...byId,
  }),
  'DELETE /api/routines/:id': endpoint(deleteRoutine, {
    summary:
      'Deletes a routine; what was trained with it stays, and it can be restored for 30 days.',
    answer: mapped(z.object({ id: idSchema }), ({ routineId: id }) => ({ id })),
    ...byId,
  }),
  'POST /api/routines/:id/restore': endpoint(restoreRoutine, {
    summary: 'Brings a deleted routine back.',
    answer: shown,
    ...byId,
  }),
  'POST /api/routines/:id/clone': endpoint(cloneRoutine, {
    summary: 'Makes a deep copy of a routine, named "… (Copy)", or of a template.',
    answer: shown,
    status: 201,
    ...byId,
  }),
}
