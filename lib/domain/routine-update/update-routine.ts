import { isShortOfPlan } from '@/lib/domain/as-planned'
import { lineOfDone } from '@/lib/domain/plan-of-workout'
import { plannedSets } from '@/lib/domain/plan-sets'
import { takesTurns } from '@/lib/domain/training/blocks'
import type { Tracking } from '@/lib/schemas/exercise'
import type {
  PlannedBlock,
  PlannedExercise,
  PlanSnapshot,
  RoutineDocument,
} from '@/lib/schemas/plan'
import { joinBlocks } from './join-blocks'
import { inOrderOfWorkout, type PlacedBlock, type PlacedLine } from './line-order'
import {
  type DoneExercise,
  doneSets,
  type Extra,
  keysOf,
  type Pair,
  pairExercises,
} from './pair-exercises'
import { updateLine } from './update-line'

/** One difference between what a routine asks for and what was done of it. */
export type RoutineChange = {
  /** Names it when some of the changes are chosen; the same whenever it is asked. */
  key: string
  /** Whether it is a load or a count of reps in which no set fell short of the plan. */
  isReached: boolean
} & (
  | { kind: 'added'; name: string; count: number }
  | { kind: 'removed'; name: string }
  | { kind: 'swapped'; name: string; by: string }
  | { kind: 'sets'; name: string; difference: number }
  | { kind: 'targets'; name: string; tracking: Tracking; line: PlannedExercise }
  | { kind: 'joined'; blockKind: PlannedBlock['kind']; names: string[] }
  | { kind: 'order' }
)

/** Notes a change, and answers whether it is to be written. */
type Offer = (change: RoutineChange) => boolean

/**
 * A routine with what was done differently in a workout of it: exercises added, swapped, taken out,
 * joined or moved, the number of sets, and the targets that follow from what was lifted where no rule
 * decides them. Each difference is written where the routine still says what the plan said; what was
 * changed in it since stays, and so does everything that the workout says nothing about. Doing it
 * twice is doing it once.
 *
 * @param from.plan what the routine said when the workout began
 * @param from.done every exercise of the workout, those taken out too
 * @param isWanted which of the changes to write, by key; all of them where it is left out
 * @returns the changes that were written
 */
export function updateRoutine(
  routine: RoutineDocument,
  from: { plan: PlanSnapshot; done: readonly DoneExercise[] },
  isWanted: (key: string) => boolean = () => true,
): { document: RoutineDocument; changes: RoutineChange[] } {
  const { pairs, extras } = pairExercises(from.plan, from.done)
  const changes: RoutineChange[] = []
  const offer: Offer = (change) => {
    const isChosen = isWanted(change.key)
    if (isChosen) changes.push(change)
    return isChosen
  }
  const lines = routine.blocks.flatMap((block) => block.exercises)
  const keys = keysOf(lines)
  const keyOf = new Map(lines.map((line, index) => [line, keys[index] ?? '']))
  const isInRoutine = (key: string) => keys.includes(key)
  const followed = routine.blocks.map(
    ({ exercises, ...block }): PlacedBlock => ({
      ...block,
      lines: exercises.flatMap((line) => {
        const placed = { line, key: keyOf.get(line) ?? '', log: null, planBlock: null }
        return followLine(placed, block.rounds, { pairs, lines, offer })
      }),
    }),
  )
  const wanted = extras.filter(
    ({ key, log }) =>
      !isInRoutine(key) &&
      (offer({
        ...{ kind: 'added', key: `added:${key}`, isReached: false },
        ...{ name: log.name, count: doneSets(log).length },
      }) ||
        // A superset cannot be kept without its partner.
        (takesTurns(log) && isWanted(`joined:${log.block}`))),
  )
  const joined = joinBlocks(addExtras(followed, wanted), ({ number, kind, names }) =>
    offer({
      kind: 'joined',
      key: `joined:${number}`,
      isReached: false,
      blockKind: kind,
      names,
    }),
  )
  const planned = pairs.map(({ key }) => key).filter(isInRoutine)
  const isMoved = !isSame(
    planned,
    keys.filter((key) => planned.includes(key)),
  )
  const inOrder = isMoved ? null : inOrderOfWorkout(joined)
  const isOrdered = inOrder && offer({ kind: 'order', key: 'order', isReached: false })
  if (changes.length === 0) return { document: routine, changes }
  // A block whose exercises are all gone goes too; one that was empty stays.
  const kept = (isOrdered ? inOrder : joined).filter(
    (block) =>
      block.lines.length > 0 || routine.blocks[followed.indexOf(block)]?.exercises.length === 0,
  )
  return {
    document: {
      ...routine,
      blocks: kept.map(({ lines: own, ...block }) => ({
        ...block,
        exercises: own.map(({ line }) => line),
      })),
    },
    changes,
  }
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

/** What becomes of a line: itself, another, or none. */
function followLine(
  placed: PlacedLine,
  rounds: number,
  about: { pairs: readonly Pair[]; lines: readonly PlannedExercise[]; offer: Offer },
): PlacedLine[] {
  const { pairs, lines, offer } = about
  const pair = pairs.find(({ key }) => key === placed.key)
  if (!pair?.log) return [placed]
  const { key, log, swappedFor, block: planBlock, line: planned } = pair
  if (!log.deletedAt)
    return [
      { ...placed, line: nextLine(placed.line, rounds, { pair, log, offer }), log, planBlock },
    ]
  // Of an exercise that stands in the plan twice, the one that went may have gone already.
  const has = (all: readonly { exerciseId: string }[]) =>
    all.filter((line) => line.exerciseId === planned.exerciseId).length
  if (has(lines) < has(pairs.map(({ line }) => line))) return [placed]
  const { name } = planned
  if (!swappedFor) {
    const isGone = offer({ kind: 'removed', key: `removed:${key}`, isReached: false, name })
    return isGone ? [] : [placed]
  }
  const isSwapped = offer({
    ...{ kind: 'swapped', key: `swapped:${key}`, isReached: false, name, by: swappedFor.name },
  })
  if (!isSwapped) return [{ ...placed, log: swappedFor, planBlock }]
  return [{ key: '', line: newLine(swappedFor), log: swappedFor, planBlock }]
}

/** A line with the sets and the targets that follow from what was done of it. */
function nextLine(
  line: PlannedExercise,
  rounds: number,
  { pair, log, offer }: { pair: Pair; log: DoneExercise; offer: Offer },
): PlannedExercise {
  const planned = { line: pair.line, rounds: pair.rounds }
  const withChanges = (may: { sets: boolean; targets: boolean }) =>
    updateLine(line, { planned, log, rounds, may })
  const { name, tracking } = pair.line
  const sets = withChanges({ sets: true, targets: false })
  const targets = withChanges({ sets: false, targets: true })
  const may = {
    sets:
      sets !== null &&
      offer({
        ...{ kind: 'sets', key: `sets:${pair.key}`, isReached: false },
        ...{ name, difference: sets.difference },
      }),
    targets:
      targets !== null &&
      offer({
        ...{ kind: 'targets', key: `targets:${pair.key}`, isReached: isReached(pair, log) },
        ...{ name, tracking, line: targets.line },
      }),
  }
  return withChanges(may)?.line ?? line
}

/** Whether no working set that was done fell short of what the plan said of it. */
function isReached({ line, rounds }: Pair, log: DoneExercise): boolean {
  const isWorking = ({ kind }: { kind: string }) => kind !== 'warmup'
  const planned = plannedSets(line, rounds).filter(isWorking)
  return log.sets.filter(isWorking).every((set, index) => {
    const target = planned[index]
    return !target || !set.isCompleted || !isShortOfPlan(set, target, line.tracking)
  })
}

function newLine(log: DoneExercise): PlannedExercise {
  const { name: _n, tracking: _t, ...line } = lineOfDone({ ...log, sets: doneSets(log) })
  return line
}

/** What came into a block in which exercises take turns joins it; the rest has blocks of its own. */
function addExtras(blocks: readonly PlacedBlock[], extras: readonly Extra[]): PlacedBlock[] {
  const grown = new Map<number, PlacedBlock>()
  const all = [...blocks]
  for (const { log, key } of extras) {
    const placed = { key, line: newLine(log), log, planBlock: null }
    const beside = all.find((block) => block.lines.some((line) => line.log?.block === log.block))
    const home = grown.get(log.block) ?? (beside?.kind === log.blockKind ? beside : undefined)
    if (home && home.kind !== 'single') {
      home.lines.push(placed)
      continue
    }
    const block = {
      ...{ kind: log.blockKind, rounds: 1, restSeconds: 0, timeCapSeconds: null },
      lines: [placed],
    }
    grown.set(log.block, block)
    all.splice(beside ? all.indexOf(beside) + 1 : all.length, 0, block)
  }
  // A partner whose others are not added stands alone.
  for (const block of grown.values())
    if (block.lines.length === 1 && takesTurns({ blockKind: block.kind })) block.kind = 'single'
  return all
}
