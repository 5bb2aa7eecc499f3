import { ConflictError, ValidationError } from '@/lib/core/errors'
import { localDate } from '@/lib/domain/local-date'
import { formatHours } from '@/lib/domain/typed-number'
import {
  changedTime,
  endsBefore,
  isSameTime,
  type WantedTime,
  type WorkoutTime,
} from '@/lib/domain/workout-time'
import type { SetRow } from '@/lib/repositories/set-repository'
import type { SessionRow } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'

const MOST_SECONDS = 86_400
/** Clocks differ: a workout that ended a moment ahead of ours is over. */
const AHEAD_MS = 60_000

/** What a correction says of the time, and what it calls that in an error. */
export interface TimeCorrection {
  time: WantedTime
  isEndedAtLastSet: boolean
  /** Whether an end before the last set is no slip, so that the sets come closer together. */
  isShortMeant: boolean
  fields: { start: 'startTime' | 'startedAt'; length: 'workoutLength' | 'durationSeconds' }
}

/** When a workout was; one that is logged afterwards has no end of its own yet. */
export function timeOf(session: SessionRow): WorkoutTime {
  const { localDate: date, startedAt, completedAt } = session
  const durationSeconds = session.durationSeconds ?? 0
  return {
    ...{ localDate: date, startedAt, durationSeconds },
    completedAt: completedAt ?? new Date(startedAt.getTime() + durationSeconds * 1000),
  }
}

/** When the last of these sets was done; null where none was. */
export function lastDone(sets: readonly SetRow[]): Date | null {
  const times = sets.flatMap((set) => (set.isCompleted && set.performedAt) || [])
  return times.reduce<Date | null>((last, time) => (last && last > time ? last : time), null)
}

/**
 * The time of a workout as a correction wants it.
 * @throws ValidationError where it would lie ahead, be too long or end before its last set without being
 *   meant to, ConflictError where it is to end with a last set that it does not have
 */
export function correctedTime(
  context: Pick<WriteContext, 'actor' | 'now'>,
  { time: wanted, isEndedAtLastSet, isShortMeant, fields }: TimeCorrection,
  { old, sets }: { old: WorkoutTime; sets: readonly SetRow[] },
): WorkoutTime {
  const { actor, now } = context
  const said = changedTime(old, wanted, actor)
  const last = lastDone(sets)
  const time = isEndedAtLastSet ? endedAt(said, old, last) : said
  if (isSameTime(old, time)) return time
  assertPast(time, { actor, now }, fields.start)
  if (time.durationSeconds !== old.durationSeconds && time.durationSeconds > MOST_SECONDS)
    throw new ValidationError({ [fields.length]: [{ key: 'workoutTooLong' }] })
  if (last && !isShortMeant && endsBefore(last, { old, changed: time })) {
    const length = formatHours((last.getTime() - old.startedAt.getTime()) / 1000)
    const asked = { key: 'endsBeforeLastSet', values: { length } } as const
    throw new ValidationError({ [fields.length]: [asked] }, 'endsBeforeLastSet')
  }
  return time
}

/** @throws ValidationError where a workout would be on a day to come, or end after now */
export function assertPast(
  { localDate: day, completedAt }: Pick<WorkoutTime, 'localDate' | 'completedAt'>,
  { actor, now }: Pick<WriteContext, 'actor' | 'now'>,
  startField: string,
): void {
  if (day > localDate({ instant: now, ...actor }))
    throw new ValidationError({ localDate: [{ key: 'dayToCome' }] })
  if (completedAt.getTime() > now.getTime() + AHEAD_MS)
    throw new ValidationError({ [startField]: [{ key: 'inFuture' }] })
}

function endedAt(time: WorkoutTime, old: WorkoutTime, last: Date | null): WorkoutTime {
  if (!last) throw new ConflictError('nothingDone')
  const lastedMs = Math.max(0, last.getTime() - old.startedAt.getTime())
  return {
    ...time,
    completedAt: new Date(time.startedAt.getTime() + lastedMs),
    durationSeconds: Math.round(lastedMs / 1000),
  }
}
