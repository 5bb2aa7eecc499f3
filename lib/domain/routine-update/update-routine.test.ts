import { describe, expect, it } from 'vitest'
import { type RoutineDocument, routineDocumentSchema } from '@/lib/schemas/plan'
import { newRoutineSchema } from '@/lib/schemas/routine'
import {
  bench,
  doneAsPlanned,
  fives,
  idOf,
  lineOf,
  logOf,
  planOf,
  pullUp,
  routineOf,
  row,
  setOf,
  single,
  squat,
} from '@/tests/helpers/routine-update'
import type { DoneExercise } from './pair-exercises'
import { type RoutineChange, updateRoutine } from './update-routine'

/** Updates a routine after a workout of it that `change` was made to. */
function update(routine: RoutineDocument, change: (done: DoneExercise[]) => DoneExercise[]) {
  const from = { plan: planOf(routine), done: change(doneAsPlanned(routine)) }
  const updated = updateRoutine(routine, from)
  newRoutineSchema.parse(updated.document)
  // What was written is not offered again.
  expect(updateRoutine(updated.document, from).changes).toEqual([])
  return {
    ...updated,
    changes: updated.changes.map(({ key: _k, isSubstitution: _s, ...change }) => change),
    lines: updated.document.blocks.map((block) => block.exercises),
  }
}

/** The same with some of the changes; the others are offered afterwards still. */
function updateSome(
  routine: RoutineDocument,
  done: readonly DoneExercise[],
  isWanted: (change: RoutineChange) => boolean,
) {
  const from = { plan: planOf(routine), done }
  const { changes } = updateRoutine(routine, from)
  const keys = changes.filter(isWanted).map(({ key }) => key)
  return updateRoutine(routine, from, (key) => keys.includes(key)).document
}

/** Two exercises that took turns in the workout, in one block of a number the plan does not have. */
const inTurns = (log: DoneExercise): DoneExercise => ({ ...log, block: 9, blockKind: 'superset' })
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

  it('offers a superset that was made in the workout, and keeps sets and rests', () => {
    const { changes, document } = update(routine, (done) => done.map(inTurns))
    expect(changes).toEqual([
      { kind: 'joined', blockKind: 'superset', names: ['Bench press', 'Row'] },
    ])
    expect(document.blocks).toMatchObject([
      {
        kind: 'superset',
        rounds: 1,
        exercises: routine.blocks.flatMap((block) => block.exercises),
      },
    ])
  })

  it('offers a superset with an exercise that is new, which stands alone where it is not taken', () => {
    const curl = inTurns(logOf(idOf(4), { block: 9, position: 0.5, sets: [setOf(20, 10)] }))
    const done = doneAsPlanned(routine).map((log, at) => (at === 0 ? inTurns(log) : log))
    const { document } = update(routine, () => [...done, curl])
    const shape = (from: RoutineDocument) =>
      from.blocks.map(({ kind, exercises }) => [kind, ...exercises.map((line) => line.exerciseId)])
    expect(shape(document)).toEqual([
      ['superset', idOf(bench), idOf(4)],
      ['single', idOf(row)],
    ])
    const alone = updateSome(routine, [...done, curl], ({ kind }) => kind === 'added')
    expect(shape(alone)).toEqual([
      ['single', idOf(bench)],
      ['single', idOf(4)],
      ['single', idOf(row)],
    ])
  })

  it('takes an exercise into a circuit with as many sets as it had', () => {
    const circuit = planOf(single(lineOf(squat), lineOf(pullUp)))
    const mixed = routineDocumentSchema.parse({
      name: 'Legs',
      blocks: [
        {
          kind: 'circuit',
          rounds: 3,
          exercises: [lineOf(bench, { sets: 1 }), lineOf(row, { sets: 1 })],
        },
        { exercises: circuit.blocks[0]?.exercises.map(() => lineOf(squat)) },
      ],
    })
    const { lines, document } = update(mixed, (done) =>
      done.map((log) => ({ ...log, block: 0, blockKind: 'circuit' as const })),
    )
    expect(document.blocks).toMatchObject([{ kind: 'circuit', rounds: 3 }])
    expect(lines[0]?.map(({ exerciseId, sets }) => [exerciseId, sets])).toEqual([
      [idOf(bench), 1],
      [idOf(row), 1],
      [idOf(squat), 1],
    ])
  })

  it('keeps the kind of every block, whatever else changes', () => {
    const superset = routineDocumentSchema.parse({
      name: 'Pairs',
      blocks: [
        {
          kind: 'superset',
          rounds: 3,
          restSeconds: 60,
          exercises: [bench, row].map((each) => lineOf(each, { sets: 1 })),
        },
      ],
    })
    const swap = logOf(idOf(pullUp), {
      ...{ block: 0, position: 1, sets: [setOf(10, 8)] },
      blockKind: 'superset',
    })
    const { document } = update(superset, without(0, swap))
    expect(document.blocks).toMatchObject([{ kind: 'superset', rounds: 3, restSeconds: 60 }])
    expect(document.blocks[0]?.exercises.map((line) => line.exerciseId)).toEqual([
      idOf(pullUp),
      idOf(row),
    ])
  })

  it('takes over only the changes that were chosen', () => {
    const swap = logOf(idOf(pullUp), { block: 1, position: 1.5, sets: [setOf(10, 8)] })
    const done = without(
      1,
      swap,
    )(
      changeLog(0, ({ sets }) => ({ sets: [...sets.map(() => setOf(62.5, 5)), setOf(62.5, 5)] }))(
        doneAsPlanned(routine),
      ),
    )
    const heavier = updateSome(routine, done, ({ kind }) => kind === 'targets')
    expect(heavier).toEqual(
      single(lineOf(bench, { weight: 62.5, restSeconds: 90, notes: 'Elbows in' }), lineOf(row)),
    )
    const longer = updateSome(routine, done, ({ kind }) => kind === 'sets')
    expect(longer.blocks[0]?.exercises).toMatchObject([{ sets: 4, weight: 60 }])
    expect(updateSome(routine, done, () => false)).toBe(routine)
  })

  it('marks what was only done because something was not free', () => {
    const whole = logOf(idOf(pullUp), { block: 0, position: 1, sets: [setOf(10, 8)] })
    const swapped = { plan: planOf(routine), done: without(0, whole)(doneAsPlanned(routine)) }
    expect(updateRoutine(routine, swapped).changes).toMatchObject([
      { kind: 'swapped', isSubstitution: true },
    ])
    // One set was done before the rack was taken, and the others with something else.
    const rest = changeLog(0, ({ sets }) => ({ sets: sets.slice(0, 1) }))
    const partly = { plan: planOf(routine), done: [...rest(doneAsPlanned(routine)), whole] }
    expect(updateRoutine(routine, partly).changes).toMatchObject([
      { kind: 'sets', difference: -2, isSubstitution: true },
      { kind: 'added', name: 'Pull-up', isSubstitution: true },
    ])
  })

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

  it('takes over the weight that was lifted, and keeps the planned reps of a missed set', () => {
    const { changes, lines } = update(
      routine,
      changeLog(0, () => ({ sets: [setOf(62.5, 5), setOf(62.5, 4), setOf(62.5, 5)] })),
    )
    expect(changes).toMatchObject([{ kind: 'targets', name: 'Bench press' }])
    expect(lines[0]?.[0]).toMatchObject({ ...fives, weight: 62.5, setList: [] })
  })

  it('keeps ranges, what it left open, what was missed, and slips out', () => {
    const open = single(
      lineOf(bench, { repsMin: 8, repsMax: 12 }),
      lineOf(row, { weight: null, weightUnit: null }),
      lineOf(squat),
      lineOf(pullUp),
    )
    const figures = [setOf(60, 14), setOf(45, 5), setOf(60, 3), setOf(60, 877, { isSlip: true })]
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
