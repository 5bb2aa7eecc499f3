import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { type Bests, unbelievableFields } from '@/lib/domain/believable'
import { lacksWeight, type SetField } from '@/lib/domain/set-fields'
import { bestsSoFar } from '@/lib/domain/training/bests-so-far'
import type { SetValues, Training } from '@/lib/domain/training/training'
import { parseTypedSet } from '@/lib/domain/typed-set'
import type { DistanceUnit } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'
import type { Tracking } from '@/lib/schemas/exercise'
import { trainingSetSchema } from '@/lib/schemas/training'
import { logSetSchema } from '@/lib/schemas/training-operations'
import { recordSchema } from '@/lib/schemas/workout'
import { applyOperations } from './apply-operations'
import { refuse } from './refuse'

/**
 * Writes one set as it was typed, done or not. The same operation again answers what is stored; one
 * made on an older revision is a conflict. It asks once about a figure far beyond the usual, and about
 * the weight of a completed set that has none.
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
    const records = new RecordRepository(tx, scope)
    const done = await applyOperations(
      context,
      { setId },
      {
        ids: [id],
        from: async (training) => {
          const { exerciseId, tracking } = exerciseOf(training, setId)
          const start = new Date(training.startedAt)
          // A confirmed set is compared with nothing.
          const standing = input.isMeant ? [] : await records.listStandingAt([exerciseId], start)
          const past = { [exerciseId]: { previous: [], standing } }
          const bests = bestsSoFar({ training, past }, exerciseId)
          const { distanceUnit } = actor
          const values = readValues(input, { tracking, distanceUnit, bests })
          const about = { id, sessionId: training.id, at: now.toISOString() }
          return [{ type: 'logSet', ...about, setId, baseRevision, values }]
        },
      },
    )
    refuse(done)
    const set = done.after.exercises.flatMap((each) => each.sets).find((each) => each.id === setId)
    if (!set) throw new NotFoundError()
    const isRepeated = done.before === done.after
    const own = isRepeated
      ? await records.listOfSet(setId)
      : done.records.filter((record) => record.setId === setId)
    return { set, records: own }
  },
})

type Row = z.output<typeof logSetSchema>

/** @throws ValidationError where a field cannot be kept, or is asked about first */
function readValues(
  row: Row,
  {
    tracking,
    distanceUnit,
    bests,
  }: { tracking: Tracking; distanceUnit: DistanceUnit; bests: Bests | null },
): SetValues {
  const { kind, side, isCompleted, weightUnit } = row
  const parsed = parseTypedSet(row, { tracking, weightUnit, distanceUnit })
  const named = Object.entries(parsed.issues).map(([field, issue]) => [field, [issue]] as const)
  if (named.length > 0) throw new ValidationError(Object.fromEntries(named))
  const isWeightless = isCompleted && lacksWeight(tracking, parsed.values)
  if (isWeightless && !row.hasNoWeight) throw asking(['weight'], 'weightMissing')
  const values = isWeightless ? { ...parsed.values, weight: 0 } : parsed.values
  const odd = unbelievableFields(values, { tracking, weightUnit, bests })
  if (odd.length > 0 && !row.isMeant) throw asking(odd, 'unbelievable')
  return { ...values, weightUnit, kind, side, isCompleted, isSlip: false }
}

const asking = (fields: readonly SetField[], key: 'unbelievable' | 'weightMissing') =>
  new ValidationError(Object.fromEntries(fields.map((field) => [field, [{ key }]])), key)

/** @throws NotFoundError */
function exerciseOf({ exercises, facts }: Training, setId: string) {
  const exercise = exercises.find((each) => each.sets.some((set) => set.id === setId))
  const tracking = exercise && facts[exercise.exerciseId]?.tracking
  if (!tracking) throw new NotFoundError()
  return { exerciseId: exercise.exerciseId, tracking }
}
