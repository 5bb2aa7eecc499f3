import { instantOf, localDate, timeOfDay } from './local-date'

/** When a workout was: its day, its start and its end. */
export interface WorkoutTime {
  localDate: string
  startedAt: Date
  completedAt: Date
  durationSeconds: number
}

/** What a person says of it; what is left out stays. */
export interface WantedTime {
  localDate?: string | undefined
  /** The time of day, `18:30`. */
  startTime?: string | undefined
  startedAt?: Date | undefined
  durationSeconds?: number | undefined
}

interface Zone {
  timeZone: string
  dayCutoffHour: number
}

const MINUTE_SECONDS = 60

/** Whole minutes, as a form shows how long a workout took. */
const wholeMinutes = (seconds: number): number =>
  Math.floor(seconds / MINUTE_SECONDS) * MINUTE_SECONDS

/**
 * A workout's time with what a person changed in it. What says the same as before to the minute
 * changes nothing, so that a form that is posted as it was shown keeps the seconds.
 */
export function changedTime(old: WorkoutTime, wanted: WantedTime, zone: Zone): WorkoutTime {
  const shownStart = timeOfDay(old.startedAt, zone.timeZone)
  const isSameStart =
    (wanted.localDate ?? old.localDate) === old.localDate &&
    (wanted.startTime ?? shownStart) === shownStart
  const date = wanted.localDate ?? old.localDate
  const startedAt =
    wanted.startedAt ??
    (isSameStart
      ? old.startedAt
      : instantOf({ date, time: wanted.startTime ?? shownStart, ...zone }))
  const isSameLength =
    wanted.durationSeconds === undefined ||
    wanted.durationSeconds === old.durationSeconds ||
    wanted.durationSeconds === wholeMinutes(old.durationSeconds)
  const lastedMs = isSameLength
    ? old.completedAt.getTime() - old.startedAt.getTime()
    : (wanted.durationSeconds ?? 0) * 1000
  return {
    localDate:
      wanted.startedAt && !wanted.localDate
        ? localDate({ instant: wanted.startedAt, ...zone })
        : date,
    startedAt,
    completedAt: new Date(startedAt.getTime() + lastedMs),
    durationSeconds: isSameLength ? old.durationSeconds : (wanted.durationSeconds ?? 0),
  }
}

export const isSameTime = (a: WorkoutTime, b: WorkoutTime): boolean =>
  a.localDate === b.localDate &&
  a.startedAt.getTime() === b.startedAt.getTime() &&
  a.completedAt.getTime() === b.completedAt.getTime() &&
  a.durationSeconds === b.durationSeconds

/**
 * Whether a workout becomes so short that its last set would lie after its end. A set that ended the
 * workout was dated by that end, so it says nothing.
 */
export const endsBefore = (
  lastSetAt: Date | null,
  { old, changed }: { old: WorkoutTime; changed: WorkoutTime },
): boolean =>
  lastSetAt !== null &&
  lastSetAt.getTime() < old.completedAt.getTime() &&
  setsFollow(old, changed, lastSetAt).factor < 1

/**
 * How the sets of a workout follow its time: they move with its start, and come closer together where
 * the last of them would lie after its end.
 */
export function setsFollow(
  old: WorkoutTime,
  changed: WorkoutTime,
  lastSetAt: Date | null,
): { from: Date; to: Date; factor: number } {
  const wasMs = (lastSetAt ?? old.startedAt).getTime() - old.startedAt.getTime()
  const lastsMs = changed.completedAt.getTime() - changed.startedAt.getTime()
  const factor = wasMs > lastsMs ? lastsMs / wasMs : 1
  return { from: old.startedAt, to: changed.startedAt, factor }
}
