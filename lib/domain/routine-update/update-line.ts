import { plannedSets, targetOf } from '@/lib/domain/plan-sets'
import type { PlannedExercise, PlannedSet } from '@/lib/schemas/plan'
import { nextTargets } from './next-targets'
import { type DoneExercise, doneSets, type PlanLine } from './pair-exercises'

const MOST_SETS = 20

interface LineUpdate {
  line: PlannedExercise
  /** Working sets more than before, or fewer. */
  difference: number
  areTargetsNew: boolean
}

interface Around {
  /** What the line said when the workout began, and the rounds of its block then. */
  planned: { line: PlanLine; rounds: number }
  log: DoneExercise
  /** Of the block that the line stands in now. */
  rounds: number
  /** What of it may change. */
  may: { sets: boolean; targets: boolean }
}

const isWorking = (set: { kind: string }): boolean => set.kind !== 'warmup'
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const rowsOf = (line: PlannedExercise, rounds: number): PlannedSet[] =>
  plannedSets(line, rounds).map(({ kind, ...target }) => ({ kind, ...targetOf(target) }))

/**
 * A line with as many sets as were done and the targets that follow from them (`nextTargets`),
 * everything else as it is. Null where nothing differs, where its sets are not those of the plan any
 * more, or where nothing was done of it. Sets left undone stay, and warm-ups do not count.
 */
export function updateLine(
  line: PlannedExercise,
  { planned, log, rounds, may }: Around,
): LineUpdate | null {
  const rows = rowsOf(line, rounds)
  if (!isSame(rows, rowsOf(planned.line, planned.rounds)) || doneSets(log).length === 0) return null
  const before = rows.filter(isWorking)
  const last = before.at(-1)
  if (!last) return null
  // A wave says each week how many sets there are.
  const isFixed = line.progression?.kind === 'wave'
  const sets = log.sets.filter(isWorking)
  const counted = isFixed ? sets : withoutLoose(sets, before.length)
  const count = isFixed || !may.sets ? before.length : counted.length
  const isRuled = line.progression !== null || rows.some((row) => row.percentOfMax !== null)
  const wanted = Array.from({ length: count }, (_, index) => before[index] ?? last)
  const after = isRuled || !may.targets ? wanted : nextTargets(wanted, counted)
  const areTargetsNew = after.some((row, index) => row !== wanted[index])
  const difference = count - before.length
  if (!areTargetsNew && difference === 0) return null
  const written = writeRows(line, fill(rows, after), rounds)
  return written && { line: written, difference, areTargetsNew }
}

/** Without the sets that were added and then not done. */
function withoutLoose(sets: DoneExercise['sets'], planned: number): DoneExercise['sets'] {
  let room = planned - sets.filter((set) => set.isCompleted).length
  return sets.filter((set) => set.isCompleted || room-- > 0)
}

/** The warm-ups where they were, and the working sets anew. */
function fill(rows: readonly PlannedSet[], working: readonly PlannedSet[]): PlannedSet[] {
  const left = [...working]
  const filled = rows.flatMap((row) => (isWorking(row) ? left.splice(0, 1) : [row]))
  return [...filled, ...left]
}

/** A line with the same sets in a block of other rounds; null where it cannot say so many. */
export const inOtherRounds = (
  line: PlannedExercise,
  from: number,
  to: number,
): PlannedExercise | null => (from === to ? line : writeRows(line, rowsOf(line, from), to))

/** Equal sets are said once, unequal ones one by one; null where a line cannot say so many. */
function writeRows(
  line: PlannedExercise,
  rows: readonly PlannedSet[],
  rounds: number,
): PlannedExercise | null {
  const [first] = rows
  if (!first) return null
  const isEven = line.setList.length === 0 && rows.every((row) => isSame(row, first))
  if (isEven && rows.length % rounds === 0 && rows.length / rounds <= MOST_SETS)
    return { ...line, ...targetOf(first), sets: rows.length / rounds }
  return rows.length > MOST_SETS ? null : { ...line, sets: rows.length, setList: [...rows] }
}
