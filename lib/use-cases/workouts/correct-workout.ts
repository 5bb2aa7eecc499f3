import * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { type FieldMessage, NotFoundError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { withoutUndefined } from '@/lib/core/without-undefined'
import type { Transaction } from '@/lib/db/client'
import { isUnbelievable } from '@/lib/domain/believable'
import { missingField } from '@/lib/domain/set-fields'
import { toMeters } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import type { AthleteScope } from '@/lib/policies/scope'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { correctionSchema } from '@/lib/schemas/session-document'
import { idSchema, optionalText, text } from '@/lib/schemas/text'
import { type CorrectedSet, correctedSetSchema, isLiftable } from '@/lib/schemas/workout'
import { addMissingExercises } from './missing-exercises'
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
  run: ({ tx, actor, scope, input, now }) =>
    correct({ tx, actor, scope, now }, { ...input, wayField: 'distance' }),
})

/** As `workout.correct`, with what is left out staying as it is, of a set too. */
export const amendWorkout = defineUseCase({
  name: 'workout.amend',
  kind: 'write',
  access: 'user',
  input: correctionSchema,
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now, input }) => {
    // Locked before it is read: what is left out must stay as it is, not as it was a moment ago.
    const workouts = new WorkoutRepository(tx, scope)
    await workouts.lock(input.sessionId, 'completed')
    await addMissingExercises(workouts, input.sessionId, input.sets)
    const before = await new SetRepository(tx, scope).listOfSession(input.sessionId)
    const sets = input.sets.map((corrected) => {
      const { id: setId, exerciseLogId, exerciseId: _, deleted: isRemoved, ...named } = corrected
      const old = before.find((set) => set.id === setId)
      const blank = { ...BLANK, weightUnit: actor.weightUnit }
      const { distanceMeters, ...figures } = {
        ...(old ? figuresOf(old) : blank),
        ...withoutUndefined(named),
      }
      const way = { distance: distanceMeters, distanceUnit: 'm' as const }
      return { setId, exerciseLogId, isRemoved, ...figures, ...way }
    })
    return correct({ tx, actor, scope, now }, { ...input, sets, wayField: 'distanceMeters' })
  },
})

const BLANK = {
  kind: 'normal' as const,
  reps: null,
  weight: null,
  durationSeconds: null,
  distanceMeters: null,
  rpe: null,
}

async function correct(
  { tx, actor, scope, now }: { tx: Transaction; actor: Actor; scope: AthleteScope; now: Date },
  input: Correction,
): Promise<{ id: string }> {
  const workouts = new WorkoutRepository(tx, scope)
  const session = await workouts.lock(input.sessionId, 'completed')
  const changes = readChanges(input, {
    logs: await workouts.listExercises(session.id),
    before: await new SetRepository(tx, scope).listOfSession(session.id),
  })
  const doneBy = session.completedAt ?? now
  await writeChanges(new SetRepository(tx, scope), changes, { id: session.id, doneBy, now })
  const { name, notes } = input
  await workouts.update(session.id, withoutUndefined({ name, notes }))
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
}

/** What is left out stays. */
interface Correction {
  sessionId: string
  name?: string | undefined
  notes?: string | undefined
  sets: readonly CorrectedSet[]
  /** What the way is called in an error. */
  wayField: 'distance' | 'distanceMeters'
}

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
  { sets, wayField }: Correction,
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
    const field = missing === 'distance' ? wayField : missing
    if (field) fields[`sets[${index}].${field}`] = [{ key: 'required' }]
    if (!isLiftable(values)) fields[`sets[${index}].weight`] = [{ key: 'weightTooHeavy' }]
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
    const isSlip = values !== null && isUnbelievable(values, log.tracking)
    if (change.old)
      await sets.update(
        change.old.id,
        values ? { ...values, isSlip, isCompleted, performedAt } : { deletedAt: session.now },
      )
    else {
      const place = { sessionId: session.id, exerciseLogId: log.id, exerciseId: log.exerciseId }
      const { setNumber } = change
      await sets.add([
        { id: newId(), ...place, setNumber, ...change.values, isSlip, isCompleted, performedAt },
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
