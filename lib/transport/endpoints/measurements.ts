import * as z from 'zod'
import { measurementListSchema, measurementSchema } from '@/lib/schemas/measurement'
import { idSchema } from '@/lib/schemas/text'
import { getMeasurementTrends } from '@/lib/use-cases/body/measurement-trends'
import {
  addMeasurement,
  deleteMeasurement,
  listMeasurements,
  updateMeasurement,
} from '@/lib/use-cases/body/measurements'
import { endpoint, mapped, page } from '../endpoint'
import { cursorSchema, paginate } from '../paging'

const { kind, from, to, limit, after } = measurementListSchema.shape

const listSchema = z
  .strictObject({
    ...{ kind, date_from: from, date_to: to, limit },
    cursor: cursorSchema(after.unwrap()),
  })
  .transform(({ date_from, date_to, cursor, ...rest }) => ({
    ...{ ...rest, from: date_from, to: date_to },
    ...(cursor && { after: cursor }),
  }))

export const measurementEndpoints = {
  'GET /api/measurements': endpoint(listMeasurements, {
    summary: 'What you measured, as it was typed, the newest first.',
    input: listSchema,
    answer: page(measurementSchema, ({ measurements, hasMore }, { limit: most }) => {
      const last = measurements.at(-1)
      const next = hasMore && last ? { measuredOn: last.measuredOn, id: last.id } : null
      return { items: measurements, pagination: paginate({ limit: most }, next) }
    }),
  }),
  'GET /api/measurements/trends': endpoint(getMeasurementTrends, {
    summary: 'The newest value of every kind with its change, and the year of one kind.',
  }),
  'POST /api/measurements': endpoint(addMeasurement, {
    summary: 'Writes down the value of a kind on a day, in place of one that is there already.',
    status: 201,
  }),
  'PATCH /api/measurements/:id': endpoint(updateMeasurement, {
    summary: 'Changes what it names of a measurement.',
  }),
  'DELETE /api/measurements/:id': endpoint(deleteMeasurement, {
    summary: 'Deletes a measurement.',
    answer: mapped(z.object({ id: idSchema }), ({ id }) => ({ id })),
  }),
}
