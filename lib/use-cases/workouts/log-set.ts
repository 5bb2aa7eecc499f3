import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import { missingField } from '@/lib/domain/set-fields'
import { toMeters } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { logSetResultSchema, logSetSchema } from '@/lib/schemas/workout'

/**
 * Writes one set as it is now, done or not. The same operation again answers what is stored;
 * one made on an older revision is a conflict. Five statements at most, whatever the history.
 */
export const logSet = defineUseCase({
  name: 'workout.logSet',
  kind: 'write',
  access: 'user',
  input: logSetSchema,
  output: logSetResultSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input, now }) => {
    const { setId, opId, baseRevision, distance, distanceUnit, ...values } = input
    const sets = new SetRepository(tx, scope)
    const records = new RecordRepository(tx, scope)
    const before = await sets.lock(setId, opId)
    if (before.isDone) return { set: before.set, records: await records.listOfSet(setId) }
    if (before.set.revision !== baseRevision || before.set.deletedAt)
      throw new ConflictError('setChanged')

    const distanceMeters = distance === null ? null : toMeters(distance, distanceUnit)
    const missing = missingField(before.tracking, { ...values, distanceMeters })
    if (input.isCompleted && missing)
      throw new ValidationError({ [missing]: [{ key: 'required' }] })
    const set = await sets.write(
      setId,
      {
        ...values,
        distanceMeters,
        performedAt: input.isCompleted ? (before.set.performedAt ?? now) : null,
      },
      { id: opId, baseRevision },
    )
    const since = before.set.performedAt ?? set.performedAt
    if (!since) return { set, records: [] }
    const achieved = await records.recompute({
      id: set.exerciseId,
      tracking: before.tracking,
      since,
    })
    return { set, records: achieved.records.filter((record) => record.setId === setId) }
  },
})
