import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { addDays } from '@/lib/domain/local-date'
import { MEASUREMENT_KINDS, usualUnit, valueIn } from '@/lib/domain/measurements'
import { smooth } from '@/lib/domain/trend'
import { roundTo } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { MeasurementRepository } from '@/lib/repositories/measurement-repository'
import { measurementKindSchema, measurementTrendsSchema } from '@/lib/schemas/measurement'
import { calendarDay } from './believable'

/**
 * How a body changes: every kind's newest value and its change, and the last 365 days of one
 * kind, all in the person's own units. Two statements.
 */
export const getMeasurementTrends = defineUseCase({
  name: 'measurement.trends',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ kind: measurementKindSchema.default('body_weight') }),
  output: measurementTrendsSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { kind } }) => {
    const measurements = new MeasurementRepository(tx, scope)
    const today = calendarDay(actor, now)
    const latest = await measurements.listLatest(MEASUREMENT_KINDS)
    const course = await measurements.listFrom(kind, addDays(today, -365))
    const unit = usualUnit(kind, actor.weightUnit)
    const points = course.map((row) => ({ date: row.measuredOn, value: valueIn(row, unit) }))
    const trend = smooth(points)
    return {
      today,
      kinds: latest.map((row) => summarize(row, usualUnit(row.kind, actor.weightUnit))),
      course: {
        kind,
        unit,
        points: points.map((point, index) => ({
          ...point,
          trend: roundTo(trend[index]?.value ?? point.value, 0.01),
        })),
      },
    }
  },
})

type Latest = Awaited<ReturnType<MeasurementRepository['listLatest']>>[number]

function summarize({ kind, latest, ...before }: Latest, unit: ReturnType<typeof usualUnit>) {
  const value = valueIn(latest, unit)
  const since = (then: Latest['monthBefore']) => then && roundTo(value - valueIn(then, unit), 0.01)
  return {
    ...{ kind, unit, latest: { value, measuredOn: latest.measuredOn } },
    changeInMonth: since(before.monthBefore),
    changeInYear: since(before.yearBefore),
  }
}
