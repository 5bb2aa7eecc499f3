import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { type FieldMessage, NotFoundError, ValidationError } from '@/lib/core/errors'
import { unbelievableFields } from '@/lib/domain/believable'
import type { SetValues, Training } from '@/lib/domain/training/training'
import { parseTypedSet } from '@/lib/domain/typed-set'
import type { DistanceUnit } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'
import type { Tracking } from '@/lib/schemas/exercise'
import { logSetSchema, trainingSetSchema } from '@/lib/schemas/training'
import { recordSchema } from '@/lib/schemas/workout'
import { applyOperations } from './apply-operations'
import { refuse } from './refuse'

/**
 * Writes one set as it was typed, done or not. The same operation again answers what is stored; one
 * made on an older revision is a conflict. What nobody would believe is asked about once.
 */
export const logSet = defineUseCase({
  name: 'workout.logSet',
  kind: 'write',
  access: 'user',
  input: logSetSchema,
  output: z.object({ set: trainingSetSchema, records: z.array(recordSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async (context) => {
    const { tx, scope, actor, now, input } = context
    const { setId, opId: id, baseRevision } = input
    const done = await applyOperations(
      context,
      { setId },
      {
        ids: [id],
        from: (training) => {
          const values = readValues(training, input, actor.distanceUnit)
          const about = { id, sessionId: training.id, at: now.toISOString() }
          return [{ type: 'logSet', ...about, setId, baseRevision, values }]
        },
      },
    )
    refuse(done)
    const set = done.after.exercises.flatMap((each) => each.sets).find((each) => each.id === setId)
    if (!set) throw new NotFoundError()
    const isRepeated = done.before === done.after
    const records = isRepeated
      ? await new RecordRepository(tx, scope).listOfSet(setId)
      : done.records.filter((record) => record.setId === setId)
    return { set, records }
  },
})

type Row = z.output<typeof logSetSchema>

/** @throws ValidationError where a field says nothing that can be kept, or nothing to be believed */
function readValues(training: Training, row: Row, distanceUnit: DistanceUnit): SetValues {
  const { kind, side, isCompleted, weightUnit } = row
  const tracking = trackingOf(training, row.setId)
  const { values, issues } = parseTypedSet(row, { tracking, weightUnit, distanceUnit })
  const named = Object.entries(issues).map(([field, issue]) => [field, [issue]] as const)
  if (named.length > 0) throw new ValidationError(Object.fromEntries(named))
  const odd = unbelievableFields(values, { tracking, weightUnit, bestWeightKg: null })
  if (odd.length > 0 && !row.isMeant) {
    const asked: FieldMessage[] = [{ key: 'unbelievable' }]
    throw new ValidationError(
      Object.fromEntries(odd.map((field) => [field, asked])),
      'unbelievable',
    )
  }
  return { ...values, weightUnit, kind, side, isCompleted, isSlip: odd.length > 0 }
}

/** @throws NotFoundError */
function trackingOf({ exercises, facts }: Training, setId: string): Tracking {
  const exercise = exercises.find((each) => each.sets.some((set) => set.id === setId))
  const tracking = exercise && facts[exercise.exerciseId]?.tracking
  if (!tracking) throw new NotFoundError()
  return tracking
}
