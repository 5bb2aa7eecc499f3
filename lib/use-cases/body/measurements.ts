import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { ownData } from '@/lib/policies/own-data'
import { MeasurementRepository } from '@/lib/repositories/measurement-repository'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import {
  measurementChangeSchema,
  measurementIdSchema,
  measurementListSchema,
  measurementPageSchema,
  measurementSchema,
  newMeasurementSchema,
} from '@/lib/schemas/measurement'
import { assertBelievable, calendarDay } from './believable'
import { followMeasuredWeight } from './body-weight'

/** What was measured, as it was typed, newest first. */
export const listMeasurements = defineUseCase({
  name: 'measurement.list',
  kind: 'read',
  access: 'user',
  input: measurementListSchema,
  output: measurementPageSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { limit } = input
    const found = await new MeasurementRepository(tx, scope).list({ ...input, limit: limit + 1 })
    return { measurements: found.slice(0, limit), hasMore: found.length > limit }
  },
})

/**
 * Writes down the value of a kind on a day, in place of one that is there already; the answer has
 * the row's id. The same `id` again changes nothing.
 */
export const addMeasurement = defineUseCase({
  name: 'measurement.add',
  kind: 'write',
  access: 'user',
  input: newMeasurementSchema,
  output: measurementSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input }) => {
    assertBelievable(input)
    assertNotToCome(input.measuredOn, calendarDay(actor, now))
    await new ProfileRepository(tx, scope).lock()
    const measurements = new MeasurementRepository(tx, scope)
    const same = input.id ? await measurements.find(input.id) : null
    if (same) return same
    const written = await measurements.put(input)
    if (written.kind === 'body_weight') await followMeasuredWeight({ tx, scope })
    return written
  },
})

/** Changes what it names of a measurement. */
export const updateMeasurement = defineUseCase({
  name: 'measurement.update',
  kind: 'write',
  access: 'user',
  input: measurementChangeSchema,
  output: measurementSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { id, value, unit, measuredOn } }) => {
    await new ProfileRepository(tx, scope).lock()
    const measurements = new MeasurementRepository(tx, scope)
    const before = await measurements.get(id)
    const changed = {
      ...before,
      value: value ?? before.value,
      unit: unit ?? before.unit,
      measuredOn: measuredOn ?? before.measuredOn,
    }
    assertBelievable(changed)
    if (measuredOn) assertNotToCome(measuredOn, calendarDay(actor, now))
    await measurements.update(changed)
    if (before.kind === 'body_weight') await followMeasuredWeight({ tx, scope })
    return changed
  },
})

export const deleteMeasurement = defineUseCase({
  name: 'measurement.delete',
  kind: 'write',
  access: 'user',
  input: measurementIdSchema,
  output: measurementSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { id } }) => {
    await new ProfileRepository(tx, scope).lock()
    const measurements = new MeasurementRepository(tx, scope)
    const gone = await measurements.get(id)
    await measurements.delete(id)
    if (gone.kind === 'body_weight') await followMeasuredWeight({ tx, scope }, gone)
    return gone
  },
})

function assertNotToCome(measuredOn: string, today: string): void {
  if (measuredOn > today) throw new ValidationError({ measuredOn: [{ key: 'dayToCome' }] })
}
