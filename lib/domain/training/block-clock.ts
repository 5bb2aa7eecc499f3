import { restAfterRound, restBetween, type Turn } from './blocks'
import type { Training } from './training'

/** A clock that was started: instants in milliseconds, so that a reload goes on with it. */
export interface StartedClock {
  startedAt: number
  pausedAt: number | null
}

export const secondsOn = ({ startedAt, pausedAt }: StartedClock, now: number): number =>
  Math.max(0, (pausedAt ?? now) - startedAt) / 1000

/** Starts a clock, pauses a running one, and goes on with a paused one as if no time had passed. */
export function pressed(clock: StartedClock | null, now: number): StartedClock {
  if (!clock) return { startedAt: now, pausedAt: null }
  if (clock.pausedAt === null) return { ...clock, pausedAt: now }
  return { startedAt: clock.startedAt + now - clock.pausedAt, pausedAt: null }
}

/** A stretch of an interval block: the work of a turn, or the rest after it. */
export interface Stretch {
  turn: Turn
  isRest: boolean
  seconds: number
}

/** Work and rest of a block one after another; none where a turn has no time of its own. */
export function stretchesOf(training: Training, rounds: readonly Turn[][]): Stretch[] {
  const stretches = rounds.flatMap((turns) =>
    turns.flatMap((turn, index): Stretch[] => {
      const { set, exercise } = turn
      const work = set.durationSeconds ?? set.target?.durationSeconds ?? 0
      const rest =
        index < turns.length - 1
          ? restBetween(training, exercise)
          : restAfterRound(training, exercise, 0)
      return [
        { turn, isRest: false, seconds: work },
        ...(rest > 0 ? [{ turn, isRest: true, seconds: rest }] : []),
      ]
    }),
  )
  if (stretches.some(({ seconds }) => seconds === 0)) return []
  // What follows the last piece of work is none of the block's rest.
  return stretches.at(-1)?.isRest ? stretches.slice(0, -1) : stretches
}

/** The stretch that goes on after so many seconds, and what is left of it; null after the last. */
export function stretchAt(
  stretches: readonly Stretch[],
  seconds: number,
): { index: number; left: number } | null {
  let end = 0
  for (const [index, stretch] of stretches.entries()) {
    end += stretch.seconds
    if (seconds < end) return { index, left: end - seconds }
  }
  return null
}

/** The turns of each minute: one after another, or as many together as the minutes ask for. */
export function minutesOf(rounds: readonly Turn[][], timeCapSeconds: number | null): Turn[][] {
  const turns = rounds.flat()
  const minutes = timeCapSeconds === null ? turns.length : Math.round(timeCapSeconds / 60)
  const each = Math.max(1, Math.ceil(turns.length / Math.max(1, minutes)))
  return Array.from({ length: minutes }, (_, minute) =>
    turns.slice(minute * each, (minute + 1) * each),
  )
}
