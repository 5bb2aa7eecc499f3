import { lineOfDone } from '@/lib/domain/plan-of-workout'
import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedExercise, PlanSnapshot, RoutineDocument } from '@/lib/schemas/plan'
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
export type RoutineChange =
  | { kind: 'added'; name: string; count: number }
  | { kind: 'removed'; name: string }
  | { kind: 'swapped'; name: string; by: string }
  | { kind: 'sets'; name: string; difference: number }
  | { kind: 'targets'; name: string; tracking: Tracking; line: PlannedExercise }
  | { kind: 'order' }

/**
 * A routine with what was done differently in a workout of it: exercises added, swapped, taken out or
 * moved, the number of sets, and weights and reps where no rule decides them. Each difference is
 * written where the routine still says what the plan said; what was changed in it since stays, and
 * so does everything that the workout says nothing about. Doing it twice is doing it once.
 *
 * @param from.plan what the routine said when the workout began
 * @param from.done every exercise of the workout, those taken out too
 */
export function updateRoutine(
  routine: RoutineDocument,
  from: { plan: PlanSnapshot; done: readonly DoneExercise[] },
): { document: RoutineDocument; changes: RoutineChange[] } {
  const { pairs, extras } = pairExercises(from.plan, from.done)
  const changes: RoutineChange[] = []
  const lines = routine.blocks.flatMap((block) => block.exercises)
  const keys = keysOf(lines)
  const keyOf = new Map(lines.map((line, index) => [line, keys[index] ?? '']))
  const isInRoutine = (key: string) => keys.includes(key)
  const follow = { pairs, lines, changes }
  const blocks = routine.blocks.map(
    ({ exercises, ...block }): PlacedBlock => ({
      ...block,
      lines: exercises.flatMap((line) =>
        followLine({ line, key: keyOf.get(line) ?? '', position: null }, block.rounds, follow),
      ),
    }),
  )
  const grown = addExtras(
    blocks,
    extras.filter(({ key }) => !isInRoutine(key)),
    pairs,
  )
  for (const { log } of grown.added)
    changes.push({ kind: 'added', name: log.name, count: doneSets(log).length })
  const planned = pairs.map(({ key }) => key).filter(isInRoutine)
  const isMoved = !isSame(
    planned,
    keys.filter((key) => planned.includes(key)),
  )
  const ordered = isMoved ? null : inOrderOfWorkout(grown.blocks)
  if (ordered) changes.push({ kind: 'order' })
  if (changes.length === 0) return { document: routine, changes }
  // A block whose exercises are all gone goes too; one that was empty stays.
  const kept = (ordered ?? grown.blocks).filter(
    (block) =>
      block.lines.length > 0 || routine.blocks[blocks.indexOf(block)]?.exercises.length === 0,
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
  { pairs, lines, changes }: { pairs: Pair[]; lines: PlannedExercise[]; changes: RoutineChange[] },
): PlacedLine[] {
  const pair = pairs.find(({ key }) => key === placed.key)
  if (!pair?.log) return [placed]
  const { log, swappedFor, line: planned } = pair
  const { name, tracking } = planned
  if (log.deletedAt) {
    // Of an exercise that stands in the plan twice, the one that went may have gone already.
    const has = (all: readonly { exerciseId: string }[]) =>
      all.filter((line) => line.exerciseId === planned.exerciseId).length
    if (has(lines) < has(pairs.map(({ line }) => line))) return [placed]
    if (!swappedFor) {
      changes.push({ kind: 'removed', name })
      return []
    }
    changes.push({ kind: 'swapped', name, by: swappedFor.name })
    return [{ key: '', line: newLine(swappedFor), position: swappedFor.position }]
  }
  const updated = updateLine(placed.line, {
    ...{ planned: { line: planned, rounds: pair.rounds }, log, rounds },
  })
  if (updated && updated.difference !== 0)
    changes.push({ kind: 'sets', name, difference: updated.difference })
  if (updated?.areTargetsNew) changes.push({ kind: 'targets', name, tracking, line: updated.line })
  return [{ ...placed, line: updated?.line ?? placed.line, position: log.position }]
}

function newLine(log: DoneExercise): PlannedExercise {
  const { name: _n, tracking: _t, ...line } = lineOfDone({ ...log, sets: doneSets(log) })
  return line
}

/** What shared a block in the workout shares one here; the rest follows at the end. */
function addExtras(
  blocks: readonly PlacedBlock[],
  extras: readonly Extra[],
  pairs: readonly Pair[],
): { blocks: PlacedBlock[]; added: readonly Extra[] } {
  const grown = new Map<number, PlacedBlock>()
  const all = [...blocks]
  for (const { log, key } of extras) {
    const partners = pairs.filter((pair) => pair.block === log.block).map((pair) => pair.key)
    const home =
      grown.get(log.block) ??
      all.find((block) => block.lines.some((line) => partners.includes(line.key)))
    const placed = { key, line: newLine(log), position: log.position }
    if (home) home.lines.push(placed)
    else {
      const block = {
        ...{ kind: log.blockKind, rounds: 1, restSeconds: 0, timeCapSeconds: null },
        lines: [placed],
      }
      grown.set(log.block, block)
      all.push(block)
    }
  }
  return { blocks: all, added: extras }
}
