import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plannedSets } from '@/lib/domain/plan-sets'
import type { PlannedExercise, PlanSnapshot, RoutineDocument } from '@/lib/schemas/plan'
import {
  plannedExerciseSchema,
  planSnapshotSchema,
  routineDocumentSchema,
} from '@/lib/schemas/plan'
import { newRoutineSchema } from '@/lib/schemas/routine'
import type { DoneExercise } from './pair-exercises'
import { updateRoutine } from './update-routine'

const idOf = (number: number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`
const NAMES = ['Bench press', 'Row', 'Squat', 'Pull-up', 'Curl']
const [bench, row, squat, pullUp] = [0, 1, 2, 3]

const fives = { sets: 3, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg' as const }
const lineOf = (exercise: number, about: object = {}): PlannedExercise =>
  plannedExerciseSchema.parse({ exerciseId: idOf(exercise), ...fives, ...about })
const routineOf = (...blocks: { exercises: PlannedExercise[] }[]): RoutineDocument =>
  routineDocumentSchema.parse({ name: 'Push day', blocks })
const single = (...lines: PlannedExercise[]) =>
  routineOf(...lines.map((line) => ({ exercises: [line] })))

const planOf = (routine: RoutineDocument): PlanSnapshot =>
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
function doneAsPlanned(routine: RoutineDocument): DoneExercise[] {
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

const setOf = (weight: number | null, reps: number | null, about: object = {}) => ({
  ...{ kind: 'normal' as const, isCompleted: true, isSlip: false, reps, weight },
  ...{ weightUnit: 'kg' as const, durationSeconds: null, distanceMeters: null },
  ...about,
})
let made = 0
const logOf = (
  exerciseId: string,
  about: Partial<DoneExercise> & { block: number; position: number },
): DoneExercise => ({
  ...{ id: String(made++).padStart(9, '0'), exerciseId, tracking: 'weight_reps' },
  ...{ name: NAMES[Number(exerciseId.slice(-3))] ?? 'Other', blockKind: 'single' },
  ...{ restSeconds: null, tempo: null, planNotes: '', deletedAt: null, sets: [] },
  ...about,
})

/** Updates a routine after a workout of it that `change` was made to. */
function update(routine: RoutineDocument, change: (done: DoneExercise[]) => DoneExercise[]) {
  const from = { plan: planOf(routine), done: change(doneAsPlanned(routine)) }
  const updated = updateRoutine(routine, from)
  newRoutineSchema.parse(updated.document)
  // What was written is not offered again.
  expect(updateRoutine(updated.document, from).changes).toEqual([])
  return { ...updated, lines: updated.document.blocks.map((block) => block.exercises) }
}
const changeLog =
  (index: number, change: (log: DoneExercise) => Partial<DoneExercise>) => (done: DoneExercise[]) =>
    done.map((log, at) => (at === index ? { ...log, ...change(log) } : log))
const without =
  (index: number, ...more: DoneExercise[]) =>
  (done: DoneExercise[]) => [
    ...changeLog(index, () => ({ deletedAt: new Date(), sets: [] }))(done),
    ...more,
  ]

describe('a routine after a workout of it', () => {
  const routine = single(lineOf(bench, { restSeconds: 90, notes: 'Elbows in' }), lineOf(row))

  it('has one set more where one more was done, and nothing else changed', () => {
    const { changes, document } = update(
      routine,
      changeLog(0, ({ sets }) => ({ sets: [...sets, setOf(60, 5)] })),
    )
    expect(changes).toEqual([{ kind: 'sets', name: 'Bench press', difference: 1 }])
    expect(document).toEqual(
      single(lineOf(bench, { sets: 4, restSeconds: 90, notes: 'Elbows in' }), lineOf(row)),
    )
  })

  it('has fewer sets where some were taken out, but not where they were left undone', () => {
    const { lines } = update(
      routine,
      changeLog(0, ({ sets }) => ({ sets: sets.slice(1) })),
    )
    expect(lines[0]?.[0]?.sets).toBe(2)
    const undone = changeLog(0, ({ sets }) => ({
      sets: [
        ...sets.map((set, at) => ({ ...set, isCompleted: at > 0 })),
        setOf(60, 5, { isCompleted: false }),
      ],
    }))
    expect(update(routine, undone).changes).toEqual([])
  })

  it('takes over weights and exact reps, one by one where they differ', () => {
    const even = update(
      routine,
      changeLog(0, ({ sets }) => ({ sets: sets.map(() => setOf(62.5, 5)) })),
    )
    expect(even.changes).toMatchObject([{ kind: 'targets', name: 'Bench press' }])
    expect(even.lines[0]?.[0]).toMatchObject({ ...fives, weight: 62.5, setList: [] })
    const ramp = update(
      routine,
      changeLog(0, () => ({ sets: [setOf(60, 5), setOf(70, 3), setOf(80, 1)] })),
    )
    expect(ramp.lines[0]?.[0]?.setList.map((set) => [set.weight, set.repsMin])).toEqual([
      [60, 5],
      [70, 3],
      [80, 1],
    ])
  })

  it('keeps ranges, what it left open, what was missed, and slips out', () => {
    const open = single(
      lineOf(bench, { repsMin: 8, repsMax: 12 }),
      lineOf(row, { weight: null, weightUnit: null }),
      lineOf(squat),
      lineOf(pullUp),
    )
    const figures = [
      setOf(60, 14),
      setOf(45, 5),
      setOf(60, 3),
      setOf(60, 877_777, { isSlip: true }),
    ]
    const { changes } = update(open, (done) =>
      done.map((log, at) => ({ ...log, sets: log.sets.map(() => figures[at] ?? setOf(60, 5)) })),
    )
    expect(changes).toEqual([])
  })

  it('leaves to rules and percentages what they decide, but not how many sets there are', () => {
    const linear = { kind: 'linear', step: 2.5, unit: 'kg', misses: 2, deloadPercent: 10 }
    const ruled = single(
      lineOf(bench, { progression: linear }),
      lineOf(row, { weight: null, weightUnit: null, percentOfMax: 80 }),
    )
    const { changes, lines } = update(ruled, (done) =>
      done.map((log) => ({ ...log, sets: [1, 2, 3, 4].map(() => setOf(100, 5)) })),
    )
    expect(changes.map((change) => change.kind)).toEqual(['sets', 'sets'])
    expect(lines[0]?.[0]).toMatchObject({ ...fives, sets: 4, progression: linear })
    expect(lines[1]?.[0]).toMatchObject({ sets: 4, percentOfMax: 80, weight: null })
  })

  it('takes a grey value in the other unit for what was planned', () => {
    const inPounds = { weightUnit: 'lb' }
    const { changes } = update(routine, (done) =>
      done.map((log) => ({ ...log, sets: log.sets.map(() => setOf(130, 5, inPounds)) })),
    )
    expect(changes).toEqual([])
  })

  it('adds what was added and done, and swaps what was swapped, in its place', () => {
    const added = logOf(idOf(squat), { block: 2, position: 2, sets: [setOf(100, 3)] })
    const undone = logOf(idOf(pullUp), {
      ...{ block: 3, position: 3, sets: [setOf(null, null, { isCompleted: false })] },
    })
    const grown = update(routine, (done) => [...done, added, undone])
    expect(grown.changes).toEqual([{ kind: 'added', name: 'Squat', count: 1 }])
    expect(grown.lines.flat().map((line) => line.exerciseId)).toEqual([0, 1, 2].map(idOf))

    const swap = logOf(idOf(pullUp), { block: 0, position: 1, sets: [setOf(10, 8)] })
    const swapped = update(routine, (done) =>
      without(
        0,
        swap,
      )(done).map((log) => (log.exerciseId === idOf(row) ? { ...log, position: 2 } : log)),
    )
    expect(swapped.changes).toEqual([{ kind: 'swapped', name: 'Bench press', by: 'Pull-up' }])
    expect(swapped.lines.map(([line]) => [line?.exerciseId, line?.weight])).toEqual([
      [idOf(pullUp), 10],
      [idOf(row), 60],
    ])
  })

  it('loses what was taken out on purpose, and keeps what was skipped', () => {
    expect(update(routine, without(0)).changes).toEqual([{ kind: 'removed', name: 'Bench press' }])
    expect(update(routine, without(0)).lines).toEqual([[lineOf(row)]])
    const skipped = changeLog(1, ({ sets }) => ({
      sets: sets.map((set) => ({ ...set, isCompleted: false })),
    }))
    expect(update(routine, skipped).changes).toEqual([])
  })

  it('takes over the order, within a superset too', () => {
    const moved = update(routine, (done) =>
      done.map((log) => ({ ...log, position: 1 - log.position })),
    )
    expect(moved.changes).toEqual([{ kind: 'order' }])
    expect(moved.lines.map(([line]) => line?.exerciseId)).toEqual([idOf(row), idOf(bench)])
    const superset = routineOf({ exercises: [lineOf(bench), lineOf(row)] })
    const { lines } = update(superset, (done) =>
      done.map((log) => ({ ...log, position: 1 - log.position })),
    )
    expect(lines).toEqual([[lineOf(row), lineOf(bench)]])
  })

  it('keeps what was changed in the routine since the workout began', () => {
    const since = single(lineOf(bench, { weight: 70 }), lineOf(row), lineOf(squat))
    const done = changeLog(0, () => ({ sets: [1, 2, 3].map(() => setOf(65, 5)) }))(
      doneAsPlanned(routine),
    )
    expect(updateRoutine(since, { plan: planOf(routine), done })).toEqual({
      ...{ document: since, changes: [] },
    })
  })
})

describe('whatever was planned and done', () => {
  const kinds = fc.constantFrom('normal' as const, 'warmup' as const, 'drop' as const)
  const weights = fc.integer({ min: 0, max: 30_000 }).map((value) => value / 100)
  const target = fc
    .record({
      reps: fc.option(fc.integer({ min: 1, max: 50 })),
      wide: fc.integer({ min: 0, max: 5 }),
      weight: fc.option(weights),
      percent: fc.option(fc.constant(80), { freq: 5 }),
    })
    .map(({ reps, wide, weight, percent }) => ({
      ...{ repsMin: reps, repsMax: reps === null ? null : reps + wide, weight },
      ...{ weightUnit: weight === null ? null : ('kg' as const), percentOfMax: percent },
    }))
  const line = fc.record({
    sets: fc.integer({ min: 1, max: 20 }),
    target,
    setList: fc.array(fc.tuple(kinds, target), { maxLength: 4 }),
    notes: fc.constantFrom('', 'Slowly'),
    rule: fc.option(fc.constantFrom('rpe' as const), { freq: 4 }),
  })
  const routines = fc
    .array(
      fc.record({
        kind: fc.constantFrom('single' as const, 'circuit' as const),
        rounds: fc.integer({ min: 1, max: 3 }),
        lines: fc.array(line, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    )
    .map((blocks) => {
      let exercise = 0
      return routineDocumentSchema.parse({
        name: 'Any',
        blocks: blocks.map(({ lines, ...block }) => ({
          ...block,
          exercises: lines.map(({ target: own, setList, rule, ...about }) => ({
            ...{ exerciseId: idOf(exercise++), ...own, ...about },
            progression: rule && { kind: rule },
            setList: setList.map(([kind, each]) => ({ kind, ...each })),
          })),
        })),
      })
    })
  const edit = fc.record({
    isOut: fc.boolean(),
    isSwap: fc.boolean(),
    at: fc.integer({ min: 0, max: 9 }),
    sets: fc.array(
      fc.tuple(
        fc.boolean(),
        kinds,
        fc.option(weights),
        fc.option(fc.integer({ min: 0, max: 200 })),
      ),
      { maxLength: 25 },
    ),
  })

  it('nothing changes where all was done as planned', () => {
    fc.assert(
      fc.property(routines, (routine) => {
        const from = { plan: planOf(routine), done: doneAsPlanned(routine) }
        expect(updateRoutine(routine, from)).toEqual({ document: routine, changes: [] })
      }),
    )
  })

  it('the routine stays one that can be saved, and twice is once', () => {
    fc.assert(
      fc.property(routines, fc.array(edit, { maxLength: 8 }), (routine, edits) => {
        const done = doneAsPlanned(routine)
        for (const [index, { isOut, isSwap, at, sets }] of edits.entries()) {
          const log = done[at % Math.max(1, done.length)]
          const figures = sets.map(([isCompleted, kind, weight, reps]) =>
            setOf(weight, reps, { isCompleted, kind }),
          )
          const position = log && isSwap ? log.position + 0.5 : at
          const block = log && isSwap ? log.block : 50 + index
          if (isOut && log) log.deletedAt = new Date()
          else if (log) log.sets = figures
          if (!isOut || isSwap)
            done.push(logOf(idOf(900 + index), { block, position, sets: figures }))
        }
        const from = { plan: planOf(routine), done }
        const { document, changes } = updateRoutine(routine, from)
        newRoutineSchema.parse(document)
        expect(changes.length > 0).toBe(JSON.stringify(document) !== JSON.stringify(routine))
        expect(updateRoutine(document, from).changes).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
