import { groupsOf, restAfterRound, restBetween, roundsOf, type Turn, takesTurns } from './blocks'
import { presentExercises, presentSets, type Training } from './training'

interface PlacedTurn extends Turn {
  /** Sets of one block and round are done without a rest between them; null stands alone. */
  round: string | null
}

/** The sets of a workout in the order they are done: one exercise after another, partners in turns. */
export function turnsOf(training: Training): PlacedTurn[] {
  return groupsOf(presentExercises(training)).flatMap((group) => {
    const [first] = group
    if (!first || !takesTurns(first))
      return group.flatMap((exercise) =>
        presentSets(exercise).map((set) => ({ exercise, set, round: null })),
      )
    const { warmUps, rounds } = roundsOf(group)
    return [
      ...warmUps.map((turn) => ({ ...turn, round: null })),
      ...rounds.flatMap((turns, index) =>
        turns.map((turn) => ({ ...turn, round: `${first.block}:${index}` })),
      ),
    ]
  })
}

/** The set to do next; null when all are done. */
export const nextSetId = (training: Training): string | null =>
  turnsOf(training).find(({ set }) => !set.isCompleted)?.set.id ?? null

/** The rest that began with a set: what it is to last, and since when. */
export interface Rest {
  setId: string
  since: string
  seconds: number
}

/**
 * The rest after the set that was done last; null where none is due: between the partners of a
 * round unless its block says one, after the last set of all, or where it is set to nothing.
 *
 * @param ownSeconds the person's usual rest, where neither the plan nor the exercise says one
 */
export function restAfter(training: Training, ownSeconds: number): Rest | null {
  const turns = turnsOf(training)
  const done = turns.filter(({ set }) => set.isCompleted && set.performedAt !== null)
  const last = done
    .toSorted((a, b) => ((a.set.performedAt ?? '') < (b.set.performedAt ?? '') ? -1 : 1))
    .at(-1)
  if (!last?.set.performedAt || done.length === turns.length) return null
  const next = turns.find(({ set }) => !set.isCompleted)
  const isInRound = last.round !== null && next?.round === last.round
  const seconds = isInRound
    ? restBetween(training, last.exercise)
    : restAfterRound(training, last.exercise, ownSeconds)
  return seconds > 0 ? { setId: last.set.id, since: last.set.performedAt, seconds } : null
}
