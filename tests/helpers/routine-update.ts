import { expect } from 'vitest'
import { plannedSets } from '@/lib/domain/plan-sets'
import type { DoneExercise } from '@/lib/domain/routine-update/pair-exercises'
import { type RoutineChange, updateRoutine } from '@/lib/domain/routine-update/update-routine'
import type { PlannedExercise, PlanSnapshot, RoutineDocument } from '@/lib/schemas/plan'
import {
  plannedExerciseSchema,
  planSnapshotSchema,
  routineDocumentSchema,
} from '@/lib/schemas/plan'
import { newRoutineSchema } from '@/lib/schemas/routine'

export const idOf = (number: number) =>
  `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`
export const NAMES = ['Bench press', 'Row', 'Squat', 'Pull-up', 'Curl']
export const [bench, row, squat, pullUp] = [0, 1, 2, 3]

export const fives = { sets: 3, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg' as const }
export const lineOf = (exercise: number, about: object = {}): PlannedExercise =>
  plannedExerciseSchema.parse({ exerciseId: idOf(exercise), ...fives, ...about })
export const routineOf = (...blocks: { exercises: PlannedExercise[] }[]): RoutineDocument =>
  routineDocumentSchema.parse({ name: 'Push day', blocks })
export const single = (...lines: PlannedExercise[]) =>
  routineOf(...lines.map((line) => ({ exercises: [line] })))

export const planOf = (routine: RoutineDocument): PlanSnapshot =>
  planSnapshotSchema.parse({
    name: routine.name,
    blocks: routine.blocks.map((block) => ({
      ...block,
      exercises: block.exercises.map((line) => ({
        ...line,
        ...{ name: NAMES[Number(line.exerciseId.slice(-3))] ?? 'Other', tracking: 'weight_reps' },
      })),
    })),
  })

/** The workout of a routine, every set done as planned. */
export function doneAsPlanned(routine: RoutineDocument): DoneExercise[] {
  const plan = planOf(routine)
  let position = 0
  return plan.blocks.flatMap(({ kind, rounds, exercises }, block) =>
    exercises.map((line) => ({
      ...logOf(line.exerciseId, { block, position: position++ }),
      ...{ blockKind: kind, restSeconds: line.restSeconds, tempo: line.tempo },
      sets: plannedSets(line, rounds).map((set) => ({
        ...setOf(set.weight ?? 0, set.repsMin ?? 1),
        ...{ kind: set.kind, weightUnit: set.weightUnit ?? ('kg' as const) },
      })),
    })),
  )
}

export const setOf = (weight: number | null, reps: number | null, about: object = {}) => ({
  ...{ kind: 'normal' as const, isCompleted: true, isSlip: false, reps, weight },
  ...{ weightUnit: 'kg' as const, durationSeconds: null, distanceMeters: null },
  ...about,
})
let made = 0
export const logOf = (
  exerciseId: string,
  about: Partial<DoneExercise> & { block: number; position: number },
): DoneExercise => ({
  ...{ id: String(made++).padStart(9, '0'), exerciseId, tracking: 'weight_reps' },
  ...{ name: NAMES[Number(exerciseId.slice(-3))] ?? 'Other', blockKind: 'single' },
  ...{ restSeconds: null, tempo: null, planNotes: '', deletedAt: null, sets: [] },
  ...about,
})

/** Updates a routine after a workout of it that `change` was made to. */
export function update(routine: RoutineDocument, change: (done: DoneExercise[]) => DoneExercise[]) {
  const from = { plan: planOf(routine), done: change(doneAsPlanned(routine)) }
  const updated = updateRoutine(routine, from)
  newRoutineSchema.parse(updated.document)
  // What was written is not offered again.
  expect(updateRoutine(updated.document, from).changes).toEqual([])
  return {
    ...updated,
    changes: updated.changes.map(({ key: _k, isReached: _r, ...change }) => change),
    lines: updated.document.blocks.map((block) => block.exercises),
  }
}

/** The same with some of the changes; the others are offered afterwards still. */
export function updateSome(
  routine: RoutineDocument,
  done: readonly DoneExercise[],
  isWanted: (change: RoutineChange) => boolean,
) {
  const from = { plan: planOf(routine), done }
  const { changes } = updateRoutine(routine, from)
  const keys = changes.filter(isWanted).map(({ key }) => key)
  return updateRoutine(routine, from, (key) => keys.includes(key)).document
}

/** A workout with one exercise changed. */
export const changeLog =
  (index: number, change: (log: DoneExercise) => Partial<DoneExercise>) => (done: DoneExercise[]) =>
    done.map((log, at) => (at === index ? { ...log, ...change(log) } : log))

/** A workout without one exercise, and with others. */
export const without =
  (index: number, ...more: DoneExercise[]) =>
  (done: DoneExercise[]) => [
    ...changeLog(index, () => ({ deletedAt: new Date(), sets: [] }))(done),
    ...more,
  ]
