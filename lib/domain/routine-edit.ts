import type { Tracking } from '@/lib/schemas/exercise'
import type {
  PlannedBlock,
  PlannedExercise,
  PlannedSet,
  RoutineDocument,
  Target,
} from '@/lib/schemas/plan'
import type { RemovedPart } from '@/lib/schemas/routine'
import { targetOf } from './plan-sets'

const MOST_BLOCKS = 50
const MOST_SETS = 20

export interface Edited {
  document: RoutineDocument
  /** The intent of the button that has the focus afterwards, at its new place. */
  focus: string | null
  /** What was taken out, to be put back by `undo`. */
  removed: RemovedPart | null
}

const unchanged = (document: RoutineDocument, focus: string | null): Edited => ({
  document,
  focus,
  removed: null,
})

/**
 * Applies one press of an editor's button, `verb:block:exercise:set` with indexes from 0, or the
 * drop of a dragged exercise, `move-to:block:exercise:block:exercise`, to a routine. What is not there
 * or has no room is left alone. Nothing is changed in place.
 *
 * @param removed what `undo` puts back
 */
export function applyRoutineIntent(
  document: RoutineDocument,
  intent: string,
  removed: RemovedPart | null = null,
): Edited {
  const [verb, ...indexes] = intent.split(':')
  const [block = -1, exercise = -1, third = -1, fourth = -1] = indexes.map(Number)
  switch (verb) {
    case 'move-up':
    case 'move-down':
      return moveExercise(document, { verb, block, exercise })
    case 'move-to':
      return moveTo(document, { block, exercise }, { block: third, exercise: fourth })
    case 'move-block-up':
    case 'move-block-down':
      return moveBlock(document, verb, block)
    case 'add-block':
      return addBlock(document)
    case 'remove-block':
      return removeBlock(document, block)
    case 'remove':
      return removeExercise(document, block, exercise)
    case 'add-set':
      return addSet(document, block, exercise)
    case 'remove-set':
      return removeSet(document, { block, exercise, set: third })
    case 'undo':
      return removed ? putBack(document, removed) : unchanged(document, null)
    default:
      return unchanged(document, null)
  }
}

/** Past the edge of its block an exercise goes to the neighbouring one, which may be empty. */
function moveExercise(
  document: RoutineDocument,
  from: Place & { verb: 'move-up' | 'move-down' },
): Edited {
  const { verb, block, exercise } = from
  const lines = document.blocks[block]?.exercises
  if (!lines?.[exercise]) return unchanged(document, null)
  const step = verb === 'move-up' ? -1 : 1
  const isInside = exercise + step >= 0 && exercise + step < lines.length
  const toBlock = isInside ? block : block + step
  const target = document.blocks[toBlock]
  if (!target) return unchanged(document, `${verb}:${block}:${exercise}`)
  const toExercise = isInside ? exercise + step : step < 0 ? target.exercises.length : 0
  return {
    ...moveTo(document, from, { block: toBlock, exercise: toExercise }),
    focus: `${verb}:${toBlock}:${toExercise}`,
  }
}

interface Place {
  block: number
  exercise: number
}

/** A dragged exercise takes the place of another, which moves on. */
function moveTo(document: RoutineDocument, from: Place, to: Place): Edited {
  const line = document.blocks[from.block]?.exercises[from.exercise]
  if (!line || !document.blocks[to.block]) return unchanged(document, null)
  const without = changeLines(document, from.block, (old) => old.toSpliced(from.exercise, 1))
  const moved = changeLines(without, to.block, (old) => old.toSpliced(to.exercise, 0, line))
  return unchanged(moved, null)
}

function moveBlock(
  document: RoutineDocument,
  verb: 'move-block-up' | 'move-block-down',
  from: number,
): Edited {
  const to = from + (verb === 'move-block-up' ? -1 : 1)
  const moved = document.blocks[from]
  if (!moved || !document.blocks[to]) return unchanged(document, `${verb}:${from}`)
  const blocks = document.blocks.toSpliced(from, 1).toSpliced(to, 0, moved)
  return unchanged({ ...document, blocks }, `${verb}:${to}`)
}

function addBlock(document: RoutineDocument): Edited {
  if (document.blocks.length >= MOST_BLOCKS) return unchanged(document, 'add-block')
  return unchanged(
    { ...document, blocks: [...document.blocks, emptyBlock()] },
    `pick:${document.blocks.length}`,
  )
}

const emptyBlock = (): PlannedBlock => ({
  kind: 'single',
  rounds: 1,
  restSeconds: 0,
  timeCapSeconds: null,
  exercises: [],
})

function removeBlock(document: RoutineDocument, at: number): Edited {
  const block = document.blocks[at]
  if (!block) return unchanged(document, null)
  return {
    document: { ...document, blocks: document.blocks.toSpliced(at, 1) },
    focus: 'undo',
    removed: { at: [at], block },
  }
}

function removeExercise(document: RoutineDocument, block: number, at: number): Edited {
  const line = document.blocks[block]?.exercises[at]
  if (!line) return unchanged(document, null)
  return {
    document: changeLines(document, block, (lines) => lines.toSpliced(at, 1)),
    focus: 'undo',
    removed: { at: [block, at], line },
  }
}

/** The first press says each set of the line by itself, every further one repeats the last. */
function addSet(document: RoutineDocument, block: number, exercise: number): Edited {
  const focus = `add-set:${block}:${exercise}`
  const changed = changeLine(document, { block, exercise }, (line) => {
    const last = line.setList.at(-1)
    if (line.setList.length >= MOST_SETS) return line
    const setList = last
      ? [...line.setList, last]
      : Array.from({ length: line.sets }, (): PlannedSet => ({ kind: 'normal', ...targetOf(line) }))
    return { ...line, setList }
  })
  return unchanged(changed, focus)
}

function removeSet(
  document: RoutineDocument,
  { block, exercise, set: at }: { block: number; exercise: number; set: number },
): Edited {
  const set = document.blocks[block]?.exercises[exercise]?.setList[at]
  if (!set) return unchanged(document, null)
  return {
    document: changeLine(document, { block, exercise }, (line) => ({
      ...line,
      setList: line.setList.toSpliced(at, 1),
    })),
    focus: 'undo',
    removed: { at: [block, exercise, at], set },
  }
}

/** Where its block has gone in the meantime, an exercise comes back in a block of its own. */
function putBack(document: RoutineDocument, removed: RemovedPart): Edited {
  const [block, exercise = 0, at = 0] = removed.at
  if ('block' in removed) {
    const blocks = document.blocks.toSpliced(block, 0, removed.block)
    return unchanged({ ...document, blocks }, `remove-block:${Math.min(block, blocks.length - 1)}`)
  }
  if ('set' in removed) {
    const changed = changeLine(document, { block, exercise }, (line) => ({
      ...line,
      setList: line.setList.toSpliced(at, 0, removed.set),
    }))
    return unchanged(changed, `add-set:${block}:${exercise}`)
  }
  const hasBlock = block < document.blocks.length
  const toBlock = hasBlock ? block : document.blocks.length
  const roomy = hasBlock ? document : { ...document, blocks: [...document.blocks, emptyBlock()] }
  const to = Math.min(exercise, roomy.blocks[toBlock]?.exercises.length ?? 0)
  return unchanged(
    changeLines(roomy, toBlock, (lines) => lines.toSpliced(to, 0, removed.line)),
    `remove:${toBlock}:${to}`,
  )
}

function changeLines(
  document: RoutineDocument,
  block: number,
  change: (lines: PlannedExercise[]) => PlannedExercise[],
): RoutineDocument {
  const blocks = document.blocks.map((old, index) =>
    index === block ? { ...old, exercises: change(old.exercises) } : old,
  )
  return { ...document, blocks }
}

const changeLine = (
  document: RoutineDocument,
  at: { block: number; exercise: number },
  change: (line: PlannedExercise) => PlannedExercise,
): RoutineDocument =>
  changeLines(document, at.block, (lines) =>
    lines.map((line, index) => (index === at.exercise ? change(line) : line)),
  )

const NO_TARGET: Target = {
  repsMin: null,
  repsMax: null,
  isAmrap: false,
  weight: null,
  weightUnit: null,
  percentOfMax: null,
  rpe: null,
  durationSeconds: null,
  distanceMeters: null,
}

/** What a freshly chosen exercise asks for, until somebody says otherwise. */
function newLine(exercise: { id: string; tracking: Tracking }): PlannedExercise {
  const line = {
    ...{ exerciseId: exercise.id, sets: 3, ...NO_TARGET },
    ...{ restSeconds: 90, tempo: null, notes: '', progression: null, setList: [] },
  }
  switch (exercise.tracking) {
    case 'duration':
    case 'weight_duration':
      return { ...line, durationSeconds: 30, restSeconds: 60 }
    case 'distance_duration':
      return { ...line, sets: 1, restSeconds: null }
    case 'weight_distance':
      return { ...line, distanceMeters: 20 }
    default:
      return { ...line, repsMin: 8, repsMax: 12 }
  }
}

/** Adds an exercise at the end of a block; past the last block a new one begins. */
export function addToRoutine(
  document: RoutineDocument,
  at: number,
  exercise: { id: string; tracking: Tracking },
): { document: RoutineDocument; block: number; exercise: number } {
  const block = Math.min(at, document.blocks.length)
  const roomy = document.blocks[block]
    ? document
    : { ...document, blocks: [...document.blocks, emptyBlock()] }
  return {
    document: changeLines(roomy, block, (lines) => [...lines, newLine(exercise)]),
    block,
    exercise: document.blocks[block]?.exercises.length ?? 0,
  }
}
