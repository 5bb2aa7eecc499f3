import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSnapshotSchema, type Target } from '@/lib/schemas/plan'
import { comparePlan } from './plan-comparison'
import { type DoneExercise, planOfWorkout } from './plan-of-workout'
import { plannedSets, targetOf } from './plan-sets'

const exerciseId = '0198c0de-0000-7000-8000-000000000001'
const set = {
  ...{ kind: 'normal' as const, isCompleted: true, reps: 5, weight: 80, weightUnit: 'kg' as const },
  ...{ durationSeconds: null, distanceMeters: null, side: null },
}
const log = {
  ...{ exerciseId, name: 'Bench press', tracking: 'weight_reps' as const },
  ...{ block: 0, blockKind: 'single' as const, restSeconds: 90, tempo: null, planNotes: '' },
}

describe('a plan of what was done', () => {
  it('says equal sets once and unequal ones one by one', () => {
    const equal = planOfWorkout({ name: 'A', exercises: [{ ...log, sets: [set, set] }] })
    expect(equal.blocks[0]?.exercises[0]).toMatchObject({
      ...{ sets: 2, repsMin: 5, repsMax: 5, weight: 80, weightUnit: 'kg', setList: [] },
    })
    const ramp = planOfWorkout({
      name: 'A',
      exercises: [{ ...log, sets: [{ ...set, kind: 'warmup', weight: 40 }, set] }],
    })
    expect(ramp.blocks[0]?.exercises[0]?.setList.map((each) => [each.kind, each.weight])).toEqual([
      ['warmup', 40],
      ['normal', 80],
    ])
  })

  it('leaves out what was not done and keeps what belongs together together', () => {
    const plan = planOfWorkout({
      name: 'A',
      exercises: [
        { ...log, block: 3, blockKind: 'superset', sets: [set, { ...set, isCompleted: false }] },
        { ...log, block: 3, blockKind: 'superset', sets: [set] },
        { ...log, block: 4, sets: [{ ...set, isCompleted: false }] },
      ],
    })
    expect(plan.blocks.map((block) => [block.kind, block.exercises.length])).toEqual([
      ['superset', 2],
    ])
    expect(plan.blocks[0]?.exercises[0]?.sets).toBe(1)
  })

  it('is always a valid plan with as many sets as were done, and nothing is missing from it', () => {
    const anySet = fc.record({
      kind: fc.constantFrom('normal' as const, 'warmup' as const, 'drop' as const),
      isCompleted: fc.boolean(),
      reps: fc.option(fc.integer({ min: 0, max: 1000 })),
      weight: fc.option(fc.integer({ min: 0, max: 330_600 }).map((value) => value / 100)),
      weightUnit: fc.constantFrom('kg' as const, 'lb' as const),
      durationSeconds: fc.option(fc.integer({ min: 0, max: 86_400 })),
      distanceMeters: fc.option(fc.integer({ min: 0, max: 500_000 })),
      side: fc.constant(null),
    })
    const anyLog = fc.record({
      block: fc.integer({ min: 0, max: 5 }),
      sets: fc.array(anySet, { maxLength: 20 }),
    })
    fc.assert(
      fc.property(fc.array(anyLog, { maxLength: 6 }), (logs) => {
        const exercises = logs.map((each, index) => ({
          ...log,
          ...each,
          exerciseId: exerciseId.replace(/1$/, String(index)),
        }))
        const plan = planSnapshotSchema.parse(planOfWorkout({ name: 'A', exercises }))
        const planned = plan.blocks.flatMap((block) =>
          block.exercises.flatMap((line) => plannedSets(line, block.rounds)),
        )
        const done = exercises.flatMap((each) => each.sets).filter((each) => each.isCompleted)
        expect(planned.length).toBe(done.length)
        for (const compared of comparePlan(plan, exercises.map(inWorkout)))
          expect(compared.done).toBe(compared.planned)
      }),
    )
  })
})

/** An exercise as a workout has it, in the order of the list. */
const inWorkout = (each: DoneExercise, position: number) => ({
  ...each,
  ...{ id: String(position), position, deletedAt: null as Date | null },
  sets: each.sets.map((one) => ({ side: null, isSlip: false, target: null, ...one })),
})

describe('a plan beside what was done', () => {
  const plan = planOfWorkout({ name: 'A', exercises: [{ ...log, sets: [set, set, set] }] })
  const other = { ...log, exerciseId: exerciseId.replace(/1$/, '2'), name: 'Row' }
  const bench = { exerciseId, name: 'Bench press', planned: 3, short: 0 }

  it('counts working sets, what was left out and what was added', () => {
    const sides = (['left', 'right'] as const).map((side) => ({ ...set, side }))
    const undone = { ...set, isCompleted: false }
    const done = [
      { ...log, sets: [{ ...set, kind: 'warmup' as const }, set, undone] },
      { ...other, block: 7, sets: sides },
    ]
    expect(comparePlan(plan, done.map(inWorkout))).toEqual([
      { ...bench, done: 1, own: 1, standIns: [] },
      {
        exerciseId: other.exerciseId,
        name: 'Row',
        planned: 0,
        done: 1,
        own: 1,
        short: 0,
        standIns: [],
      },
    ])
  })

  it('counts what was swapped in for what it replaced, wholly or for the sets that were left', () => {
    const standIn = inWorkout({ ...other, block: 0, sets: [set, set, set] }, 1)
    const gone = { ...inWorkout({ ...log, block: 0, sets: [] }, 0), deletedAt: new Date() }
    expect(comparePlan(plan, [gone, standIn])).toEqual([
      { ...bench, done: 3, own: 0, standIns: ['Row'] },
    ])
    const begun = inWorkout({ ...log, block: 0, sets: [set] }, 0)
    const rest = { ...standIn, sets: standIn.sets.slice(1) }
    expect(comparePlan(plan, [begun, rest])).toEqual([
      { ...bench, done: 3, own: 1, standIns: ['Row'] },
    ])
  })
  it('says how many planned sets fell short, left and right as one, and nothing of one added', () => {
    const target = targetOf(plan.blocks[0]?.exercises[0] as Target)
    const few = { ...set, reps: 4, target }
    const sides = (['left', 'right'] as const).map((side) => ({ ...few, side }))
    const isOne = inWorkout({ ...log, sets: [{ ...set, target }, ...sides, few, few] }, 0)
    expect(comparePlan(plan, [isOne])).toEqual([
      { ...bench, done: 4, own: 4, short: 2, standIns: [] },
    ])
  })
})
