import { describe, expect, it } from 'vitest'
import {
  bench,
  changeLog,
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
  update,
  updateSome,
  without,
} from '@/tests/helpers/routine-update'
import { updateRoutine } from './update-routine'

describe('a routine after a workout of it', () => {
  const routine = single(lineOf(bench, { restSeconds: 90, notes: 'Elbows in' }), lineOf(row))

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

  it('marks a load that was reached, and nothing that stood in for something or came short', () => {
    const whole = logOf(idOf(pullUp), { block: 0, position: 1, sets: [setOf(10, 8)] })
    const swapped = { plan: planOf(routine), done: without(0, whole)(doneAsPlanned(routine)) }
    expect(updateRoutine(routine, swapped).changes).toMatchObject([
      { kind: 'swapped', isReached: false },
    ])
    // One set was done before the rack was taken, and the others with something else.
    const rest = changeLog(0, ({ sets }) => ({ sets: sets.slice(0, 1) }))
    const partly = { plan: planOf(routine), done: [...rest(doneAsPlanned(routine)), whole] }
    expect(updateRoutine(routine, partly).changes).toMatchObject([
      { kind: 'sets', difference: -2, isReached: false },
      { kind: 'added', name: 'Pull-up', isReached: false },
    ])
    for (const [reps, isReached] of [
      [5, true],
      [4, false],
    ] as const) {
      const heavier = changeLog(0, () => ({ sets: [5, 5, reps].map((each) => setOf(62.5, each)) }))
      const from = { plan: planOf(routine), done: heavier(doneAsPlanned(routine)) }
      expect(updateRoutine(routine, from).changes).toMatchObject([{ kind: 'targets', isReached }])
    }
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
