import * as z from 'zod'
import { exerciseNoteSchema } from '@/lib/schemas/exercise-history'
import {
  exerciseRecordsSchema,
  recordChainSchema,
  recordEntrySchema,
  recordListSchema,
} from '@/lib/schemas/records'
import { instantSchema } from '@/lib/schemas/text'
import { getDots } from '@/lib/use-cases/analytics/get-dots'
import { getMyAnalytics } from '@/lib/use-cases/analytics/get-my-analytics'
import { getStatistics } from '@/lib/use-cases/analytics/get-statistics'
import { getExerciseHistory, saveExerciseNote } from '@/lib/use-cases/exercises/exercise-history'
import {
  getExerciseRecords,
  listRecordHistory,
  listRecords,
} from '@/lib/use-cases/records/read-records'
import { endpoint, mapped, page } from '../endpoint'
import { cursorSchema, limitSchema, pageOf, paginate } from '../paging'

const { q, sort, page: pageSchema } = recordListSchema.shape

const listSchema = z
  .strictObject({
    ...{ search: q, sort, page: pageSchema, limit: limitSchema },
    cursor: cursorSchema(pageSchema),
  })
  .transform(({ search, cursor, ...rest }) => ({ ...rest, q: search, page: cursor ?? rest.page }))

const { exerciseId, kind, bucket } = recordChainSchema.shape

const historySchema = z
  .strictObject({
    ...{ exerciseId, kind, bucket, limit: limitSchema },
    cursor: cursorSchema(instantSchema),
  })
  .transform(({ cursor, ...rest }) => ({ ...rest, ...(cursor && { before: cursor }) }))

const byId = { params: { id: 'exerciseId' } }

export const analyticsEndpoints = {
  'GET /api/analytics/me': endpoint(getMyAnalytics, {
    summary: 'What your training came to: seconds, metres and kilograms.',
  }),
  'GET /api/analytics/dots': endpoint(getDots, {
    summary: 'Your DOTS score and what it is made of; null as long as something of it is missing.',
  }),
  'GET /api/analytics/statistics': endpoint(getStatistics, {
    summary: 'A period by week and muscle group, beside the period before.',
  }),
  'GET /api/exercises/:id/history': endpoint(getExerciseHistory, {
    summary: 'The last times, the records and the curve of an exercise.',
    ...byId,
  }),
  'PUT /api/exercises/:id/note': endpoint(saveExerciseNote, {
    summary: 'Keeps what you want to remember about an exercise; empty forgets it.',
    answer: mapped(exerciseNoteSchema, (_, input) => input),
    ...byId,
  }),
  'GET /api/records': endpoint(listRecords, {
    summary: 'The records that stand, by exercise.',
    input: listSchema,
    answer: page(exerciseRecordsSchema, ({ exercises, total }, { page: at, limit }) =>
      pageOf(exercises, { limit, total, page: at }),
    ),
  }),
  'GET /api/records/:id': endpoint(getExerciseRecords, {
    summary: 'All records of one exercise that stand.',
    ...byId,
  }),
  'GET /api/records/:id/history': endpoint(listRecordHistory, {
    summary: 'One record through time, newest first.',
    input: historySchema,
    answer: page(recordEntrySchema, ({ records, hasMore }, { limit }) => ({
      items: records,
      pagination: paginate({ limit }, hasMore ? records.at(-1)?.achievedAt : null),
    })),
    ...byId,
  }),
}
