import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { type FieldMessage, NotFoundError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { missingField } from '@/lib/domain/set-fields'
import { toMeters } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema, optionalText, text } from '@/lib/schemas/text'
import { type CorrectedSet, correctedSetSchema } from '@/lib/schemas/workout'
import { recomputeRecords, writeTotals } from './totals'

/**
 * Corrects a finished workout: the sets named are changed, added or taken out, what is not named
 * stays. Totals and records follow, and the trail keeps what was there before and after.
 */
export const correctWorkout = defineUseCase({
  name: 'workout.correct',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    name: text({ min: 1, max: 100 }),
    notes: optionalText(2000),
    sets: z.array(correctedSetSchema).max(500).default([]),
  }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const session = await workouts.lock(input.sessionId, 'completed')
    const changes = readChanges(input.sets, {
      logs: await workouts.listExercises(session.id),
      before: await new SetRepository(tx, scope).listOfSession(session.id),
    })
    const doneBy = session.completedAt ?? now
    await writeChanges(new SetRepository(tx, scope), changes, { id: session.id, doneBy, now })
    await workouts.update(session.id, { name: input.name, notes: input.notes })
    await recomputeRecords(
      tx,
      scope,
      changes.map(({ log: { exerciseId: id, tracking }, old }) => ({
        ...{ id, tracking, since: old?.performedAt ?? doneBy },
      })),
    )
    await writeTotals(tx, scope, session.id)
    await new AuditRepository(tx).record({
      actorId: actor.userId,
      action: 'session_corrected',
      subjectType: 'workout_session',
      subjectId: session.id,
      ownerId: scope.athleteId,
      details: {
        sets: changes.map(({ old, values }) => ({
          setId: old?.id ?? null,
          before: old && figuresOf(old),
          after: values,
        })),
      },
    })
    return { id: session.id }
  },
})

type Log = Awaited<ReturnType<WorkoutRepository['listExercises']>>[number]

type Change =
  /** Without values the set is taken out. */
  | { log: Log; old: SetRow; values: Figures | null }
  /** A set that was forgotten. */
  | { log: Log; old: null; values: Figures; setNumber: number }

/**
 * What the form changes against what is there.
 * @throws ValidationError where a set would be done without saying what, NotFoundError
 */
function readChanges(
  sets: readonly CorrectedSet[],
  there: { logs: readonly Log[]; before: readonly SetRow[] },
): Change[] {
  const lastNumbers = new Map(there.before.map((set) => [set.exerciseLogId, set.setNumber]))
  const fields: Record<string, FieldMessage[]> = {}
  const changes = sets.flatMap((corrected, index): Change[] => {
    const old = there.before.find((set) => set.id === corrected.setId) ?? null
    const logId = old?.exerciseLogId ?? corrected.exerciseLogId
    const log = there.logs.find((each) => each.id === logId && !each.deletedAt)
    if (!log || (corrected.setId && !old)) throw new NotFoundError()
    const values = performedValues(corrected)
    const isLeftAlone = old?.isCompleted ? isSame(old, values) : isBlank(values)
    if (corrected.isRemoved ? !old : isLeftAlone) return []

    if (old && corrected.isRemoved) return [{ log, old, values: null }]
    const missing = missingField(log.tracking, values)
    if (missing) fields[`sets[${index}].${missing}`] = [{ key: 'required' }]
    if (old) return [{ log, old, values }]
    const setNumber = (lastNumbers.get(log.id) ?? 0) + 1
    lastNumbers.set(log.id, setNumber)
    return [{ log, old, values, setNumber }]
  })
  if (Object.keys(fields).length > 0) throw new ValidationError(fields)
  return changes
}

/** A changed set keeps its place in time; a forgotten one was done by the end of the workout. */
async function writeChanges(
  sets: SetRepository,
  changes: readonly Change[],
  session: { id: string; doneBy: Date; now: Date },
): Promise<void> {
  const isCompleted = true
  for (const change of changes) {
    const { log, values } = change
    const performedAt = change.old?.performedAt ?? session.doneBy
    if (change.old)
      await sets.update(
        change.old.id,
        values ? { ...values, isCompleted, performedAt } : { deletedAt: session.now },
      )
    else {
      const place = { sessionId: session.id, exerciseLogId: log.id, exerciseId: log.exerciseId }
      const { setNumber } = change
      await sets.add([
        { id: newId(), ...place, setNumber, ...change.values, isCompleted, performedAt },
      ])
    }
  }
}

const performedValues = ({
  kind,
  reps,
  weight,
  weightUnit,
  durationSeconds,
  distance,
  distanceUnit,
  rpe,
}: CorrectedSet) => ({
  ...{ kind, reps, weight, weightUnit, durationSeconds, rpe },
  distanceMeters: distance === null ? null : toMeters(distance, distanceUnit),
})

type Figures = ReturnType<typeof performedValues>

/** The figures alone, always in the same order, so that equal ones have equal JSON. */
const figuresOf = ({
  kind,
  reps,
  weight,
  weightUnit,
  durationSeconds,
  distanceMeters,
  rpe,
}: Figures): Figures => ({
  ...{ kind, reps, weight, weightUnit, durationSeconds, rpe },
  distanceMeters,
})

const isSame = (old: SetRow, values: Figures): boolean =>
  JSON.stringify(figuresOf(old)) === JSON.stringify(figuresOf(values))

const isBlank = ({ reps, weight, durationSeconds, distanceMeters, rpe }: Figures): boolean =>
  [reps, weight, durationSeconds, distanceMeters, rpe].every((value) => value === null)
