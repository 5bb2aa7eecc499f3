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

/** The turn that was done last; null where none was. */
const lastDone = (turns: readonly PlacedTurn[]): PlacedTurn | null =>
  turns
    .filter(({ set }) => set.isCompleted && set.performedAt !== null)
    .toSorted((a, b) => ((a.set.performedAt ?? '') < (b.set.performedAt ?? '') ? -1 : 1))
    .at(-1) ?? null

/**
 * The next open set: in the exercise or block of the set done last, else after it, else the first open
 * one. A lifter who leaves the order because a rack is taken stays with the exercise ([ADR 36]).
 */
function nextTurn(turns: readonly PlacedTurn[]): PlacedTurn | undefined {
  const last = lastDone(turns)
  const after = last ? turns.slice(turns.indexOf(last)) : turns
  const isOpen = ({ set }: PlacedTurn) => !set.isCompleted
  const isNear = (turn: PlacedTurn) => isOpen(turn) && turn.exercise.block === last?.exercise.block
  return after.find(isNear) ?? turns.find(isNear) ?? after.find(isOpen) ?? turns.find(isOpen)
}

/** The set to do next; null when all are done. */
export const nextSetId = (training: Training): string | null =>
  nextTurn(turnsOf(training))?.set.id ?? null

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
  const [last, next] = [lastDone(turns), nextTurn(turns)]
  if (!last?.set.performedAt || !next) return null
  const isInRound = last.round !== null && next.round === last.round
  const seconds = isInRound
    ? restBetween(training, last.exercise)
    : restAfterRound(training, last.exercise, ownSeconds)
  return seconds > 0 ? { setId: last.set.id, since: last.set.performedAt, seconds } : null
}
