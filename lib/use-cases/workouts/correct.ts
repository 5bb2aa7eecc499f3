import { ConflictError } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { type Bests, bestsOf } from '@/lib/domain/believable'
import type { SessionFeeling } from '@/lib/domain/feelings'
import { monthOf } from '@/lib/domain/local-date'
import { isSameTime, setsFollow, type WorkoutTime } from '@/lib/domain/workout-time'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { MonthRepository } from '@/lib/repositories/month-repository'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { CorrectedExercise } from '@/lib/schemas/session-document'
import type { CorrectedSet } from '@/lib/schemas/workout'
import type { WriteContext } from './apply-operations'
import { correctExercises } from './correct-exercises'
import {
  readSetChanges,
  type SetChange,
  setTrail,
  takenTrail,
  writeSetChanges,
} from './correct-sets'
import { correctedTime, lastDone, type TimeCorrection, timeOf } from './correct-time'
import { recomputeRecords, type TouchedExercise, writeTotals } from './totals'

/** What a workout should say; what is left out stays. */
export interface Correction extends TimeCorrection {
  sessionId: string
  name?: string | undefined
  notes?: string | undefined
  feeling?: SessionFeeling | null | undefined
  sessionRpe?: number | null | undefined
  exercises: readonly CorrectedExercise[]
  sets: readonly CorrectedSet[]
  isAddingExercise: boolean
  fields: TimeCorrection['fields'] & { way: 'distance' | 'distanceMeters' }
}

type Log = Awaited<ReturnType<WorkoutRepository['listExercises']>>[number]

/** A workout while it is corrected: as it was, and what is known of it so far. */
interface Corrected {
  session: SessionRow
  old: WorkoutTime
  time: WorkoutTime
  /** The sets as they were, and after the time and the exercises of the workout changed. */
  original: readonly SetRow[]
  before: readonly SetRow[]
  /** Those of them that an exercise took over from the one it replaces. */
  taken: readonly SetRow[]
  orderBefore: readonly string[]
  logs: readonly Log[]
  changes: readonly SetChange[]
  /** Exercises that were taken out, or that gave or took sets. */
  touched: readonly TouchedExercise[]
}

/**
 * Writes a correction of a finished workout, or of one that is being logged afterwards, which it
 * completes once a set is done. Records and totals follow, on the day it was and the day it is.
 * @throws ValidationError, NotFoundError, ConflictError where a workout would have no set
 */
export async function correct(context: WriteContext, input: Correction): Promise<{ id: string }> {
  const workouts = new WorkoutRepository(context.tx, context.scope)
  const corrected = await writeParts(context, input)
  const { session, time } = corrected
  const status = await statusAfter(context, session, input)
  const { name, notes, feeling, sessionRpe } = input
  await workouts.update(session.id, {
    ...withoutUndefined({ name, notes, feeling, sessionRpe }),
    ...time,
    ...(status !== session.status && { status, bodyWeightKg: context.actor.bodyWeightKg }),
  })
  if (status === 'planned') return { id: session.id }
  await recount(context, corrected)
  await recordTrail(context, corrected)
  return { id: session.id }
}

/** Writes the time, the exercises and the sets, in this order. */
async function writeParts(context: WriteContext, input: Correction): Promise<Corrected> {
  const { tx, scope, now } = context
  const workouts = new WorkoutRepository(tx, scope)
  const sets = new SetRepository(tx, scope)
  const session = await workouts.lock(input.sessionId, 'completed', 'planned')
  const original = await sets.listOfSession(session.id)
  const old = timeOf(session)
  const time = correctedTime(context, input, { old, sets: original })
  const isMoved = !isSameTime(old, time)
  if (isMoved) await sets.move(session.id, setsFollow(old, time, lastDone(original)))
  const placed = isMoved ? await sets.listOfSession(session.id) : original
  const orderBefore = orderOf(await workouts.listExercises(session.id))
  const { touched, taken } = await correctExercises(context, session.id, input.exercises)
  const before = [...placed, ...taken]
  const logs = await workouts.listExercises(session.id)
  const bests = await bestsBefore(context, session, { logs, sets: input.sets })
  const changes = readSetChanges(input.sets, { logs, before, bests }, input.fields.way)
  await writeSetChanges(sets, changes, { id: session.id, doneBy: time.completedAt, now })
  return { session, old, time, original, before, taken, orderBefore, logs, changes, touched }
}

/** The bests with each exercise before the workout, where there is a set to ask about. */
async function bestsBefore(
  { tx, scope }: WriteContext,
  session: SessionRow,
  { logs, sets }: { logs: readonly Log[]; sets: Correction['sets'] },
): Promise<Map<string, Bests>> {
  if (sets.every((set) => set.isMeant)) return new Map()
  const ids = logs.map((log) => log.exerciseId)
  const standing = await new RecordRepository(tx, scope).listStandingAt(ids, session.startedAt)
  return new Map(
    logs.map(({ exerciseId, tracking }) => [
      exerciseId,
      bestsOf(
        tracking,
        standing.filter((record) => record.exerciseId === exerciseId),
      ),
    ]),
  )
}

const orderOf = (logs: readonly Log[]): string[] =>
  logs.filter((log) => !log.deletedAt).map((log) => log.id)

/** @throws ConflictError where a workout that is logged afterwards has no set */
async function statusAfter(
  { tx, scope }: WriteContext,
  session: SessionRow,
  { isAddingExercise }: Correction,
): Promise<SessionRow['status']> {
  if (session.status !== 'planned') return session.status
  if (await new SetRepository(tx, scope).findLastDone(session.id)) return 'completed'
  if (isAddingExercise) return 'planned'
  throw new ConflictError('nothingDone')
}

async function recount({ tx, scope }: WriteContext, corrected: Corrected): Promise<void> {
  const { session, old, time, original, before, logs, changes } = corrected
  const moved = isSameTime(old, time) ? [] : [...original, ...before]
  const trackings = new Map(logs.map((log) => [log.exerciseId, log.tracking]))
  const movedAlong = moved.flatMap(({ exerciseId: id, performedAt: since }): TouchedExercise[] => {
    const tracking = trackings.get(id)
    return tracking && since ? [{ id, tracking, since }] : []
  })
  const changed = changes.map(({ log: { exerciseId: id, tracking }, old: set }) => ({
    ...{ id, tracking, since: set?.performedAt ?? time.completedAt },
  }))
  await recomputeRecords(tx, scope, [...movedAlong, ...changed, ...corrected.touched])
  await writeTotals(tx, scope, session.id)
  if (monthOf(old.localDate) === monthOf(time.localDate)) return
  await new MonthRepository(tx, scope).refresh({
    month: monthOf(old.localDate),
    exerciseIds: logs.map((log) => log.exerciseId),
  })
}

/** Figures and ids before and after; the name and the notes stay out, since people write them. */
async function recordTrail(context: WriteContext, corrected: Corrected): Promise<void> {
  const { tx, scope, actor } = context
  const { session, old, time, before, taken, orderBefore, logs, changes } = corrected
  const gone = before.flatMap((set): SetChange[] => {
    const log = logs.find((each) => each.id === set.exerciseLogId)
    return log?.deletedAt ? [{ log, old: set, values: null }] : []
  })
  const { feeling, sessionRpe } = await new WorkoutRepository(tx, scope).get(session.id)
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: session.status === 'planned' ? 'session_completed' : 'session_corrected',
    subjectType: 'workout_session',
    subjectId: session.id,
    ownerId: scope.athleteId,
    details: {
      sets: [...setTrail([...changes, ...gone]), ...takenTrail(taken)],
      ...difference('time', old, time),
      ...difference(
        'rating',
        { feeling: session.feeling, sessionRpe: session.sessionRpe },
        { feeling, sessionRpe },
      ),
      ...difference('exercises', orderBefore, orderOf(logs)),
    },
  })
}

/** Nothing where nothing changed. */
const difference = (what: string, before: object, after: object): Record<string, object> =>
  JSON.stringify(before) === JSON.stringify(after) ? {} : { [what]: { before, after } }
