import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSnapshotSchema } from '@/lib/schemas/plan'
import { comparePlan } from './plan-comparison'
import { planOfWorkout } from './plan-of-workout'
import { plannedSets } from './plan-sets'

const exerciseId = '0198c0de-0000-7000-8000-000000000001'
const set = {
  ...{ kind: 'normal' as const, isCompleted: true, reps: 5, weight: 80, weightUnit: 'kg' as const },
  ...{ durationSeconds: null, distanceMeters: null },
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
        for (const compared of comparePlan(plan, exercises))
          expect(compared.done).toBe(compared.planned)
      }),
    )
  })
})

it('compares working sets with the plan, what was left out and what was added', () => {
  const plan = planOfWorkout({ name: 'A', exercises: [{ ...log, sets: [set, set, set] }] })
  const other = { ...log, exerciseId: exerciseId.replace(/1$/, '2'), name: 'Row' }
  expect(
    comparePlan(plan, [
      { ...log, sets: [{ ...set, kind: 'warmup' }, set, { ...set, isCompleted: false }] },
      { ...other, sets: [set] },
    ]),
  ).toEqual([
    { exerciseId, name: 'Bench press', planned: 3, done: 1 },
    { exerciseId: other.exerciseId, name: 'Row', planned: 0, done: 1 },
  ])
})
