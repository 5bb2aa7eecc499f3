import { plannedSets, roundToBar, targetOf } from '@/lib/domain/plan-sets'
import { fromKg, toKg } from '@/lib/domain/units'
import type { PlannedExercise, PlannedSet } from '@/lib/schemas/plan'
import { type DoneExercise, doneSets, type PlanLine } from './pair-exercises'

const MOST_SETS = 20
const MOST_REPS = 100

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
}

const isWorking = (set: { kind: string }): boolean => set.kind !== 'warmup'
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const rowsOf = (line: PlannedExercise, rounds: number): PlannedSet[] =>
  plannedSets(line, rounds).map(({ kind, ...target }) => ({ kind, ...targetOf(target) }))

/**
 * A line with as many sets, weights and exact reps as were done, everything else as it is. The same
 * line where nothing differs, where its sets are not those of the plan any more, or where nothing was
 * done of it. Sets left undone stay; warm-ups are nobody's measure.
 */
export function updateLine(
  line: PlannedExercise,
  { planned, log, rounds }: Around,
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
  const count = isFixed ? before.length : counted.length
  const isRuled = line.progression !== null || rows.some((row) => row.percentOfMax !== null)
  const after = Array.from({ length: count }, (_, index) => {
    const row = before[index] ?? last
    const set = counted[index]
    return set && !isRuled ? rowOfDone(row, set) : row
  })
  const areTargetsNew = after.some((row, index) => row !== (before[index] ?? last))
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

/**
 * What a set asks for after it was done with another weight or another number of reps. Ranges and
 * what the plan leaves open stay; fewer reps at the planned weight are a miss and no plan.
 */
function rowOfDone(row: PlannedSet, set: DoneExercise['sets'][number]): PlannedSet {
  if (!set.isCompleted || set.isSlip) return row
  const isNewWeight = !isPlannedWeight(row, set)
  const isExact =
    row.repsMin !== null && (row.repsMax ?? row.repsMin) === row.repsMin && !row.isAmrap
  const reps = set.reps !== null && set.reps >= 1 && set.reps <= MOST_REPS ? set.reps : null
  const isMiss = !isNewWeight && reps !== null && reps < (row.repsMin ?? 0)
  const isNewReps = isExact && reps !== null && reps !== row.repsMin && !isMiss
  if (!isNewWeight && !isNewReps) return row
  return {
    ...row,
    ...(isNewWeight && { weight: set.weight, weightUnit: set.weightUnit }),
    ...(isNewReps && { repsMin: reps, repsMax: reps }),
  }
}

/** In the other unit it is what the bar can be loaded with there, as the screen suggests it. */
function isPlannedWeight(row: PlannedSet, set: DoneExercise['sets'][number]): boolean {
  if (row.weight === null || set.weight === null) return true
  if (row.weightUnit === null || row.weightUnit === set.weightUnit) return row.weight === set.weight
  const carried = roundToBar(
    fromKg(toKg(row.weight, row.weightUnit), set.weightUnit),
    set.weightUnit,
  )
  return carried === set.weight
}

/** The warm-ups where they were, and the working sets anew. */
function fill(rows: readonly PlannedSet[], working: readonly PlannedSet[]): PlannedSet[] {
  const left = [...working]
  const filled = rows.flatMap((row) => (isWorking(row) ? left.splice(0, 1) : [row]))
  return [...filled, ...left]
}

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
