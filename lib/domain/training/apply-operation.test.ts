import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperation } from './apply-operation'
import { lastRemoved } from './last-removed'
import type { Change, Operation } from './operations'
import {
  BLANK,
  presentExercises,
  presentSets,
  type SetValues,
  type Training,
  type TrainingSet,
} from './training'

const START = '2026-03-01T10:00:00.000Z'
const KNOWN = ['bench', 'squat', 'plank'] as const

const facts = (tracking: 'weight_reps' | 'duration') => ({
  ...{ name: 'An exercise', tracking, isUnilateral: false, isPlateLoaded: true },
  ...{ weightUnit: null, restSeconds: null, barWeight: null, ownNote: '' },
})

const empty: Training = {
  ...{ id: 'w', name: 'Push', status: 'in_progress', startedAt: START, completedAt: null },
  ...{ stillTrainingAt: null, notes: '', feeling: null, sessionRpe: null, exercises: [] },
  facts: { bench: facts('weight_reps'), squat: facts('weight_reps'), plank: facts('duration') },
  weightUnit: 'kg',
}

let made = 0
const operation = (change: Change, at = START): Operation => ({
  ...change,
  ...{ id: `op${++made}`, sessionId: 'w', at },
})

function done(training: Training, ...changes: Change[]): Training {
  return changes.reduce((before, change) => {
    const outcome = applyOperation(before, operation(change))
    if (outcome.kind !== 'applied') throw new Error(`${change.type}: ${JSON.stringify(outcome)}`)
    return outcome.training
  }, training)
}

const add = (id: string, exerciseId: string, swapFor: string | null = null): Change => ({
  ...{ type: 'addExercise', exerciseLogId: id, exerciseId, swapFor },
  setIds: [1, 2, 3, 4, 5].map((number) => `${id}-${number}`),
})
const values: SetValues = {
  ...{ kind: 'normal', reps: 5, weight: 80, weightUnit: 'kg', durationSeconds: null },
  ...{ distanceMeters: null, rpe: null, side: null, isSlip: false, isCompleted: true },
}
const log = (setId: string, baseRevision: number, more: Partial<SetValues> = {}): Change => ({
  ...{ type: 'logSet', setId, baseRevision, values: { ...values, ...more } },
})
const setOf = (training: Training, id: string): TrainingSet | undefined =>
  training.exercises.flatMap((each) => each.sets).find((set) => set.id === id)

describe('an operation', () => {
  it('keeps the moment a set was done first, also when it is corrected', () => {
    const first = done(empty, add('a', 'bench'), log('a-1', 1))
    const later = applyOperation(
      first,
      operation(log('a-1', 2, { reps: 6 }), '2026-03-01T11:00:00Z'),
    )
    if (later.kind !== 'applied') throw new Error(later.kind)
    expect(setOf(later.training, 'a-1')).toMatchObject({ performedAt: START, revision: 3, reps: 6 })
    const undone = done(later.training, log('a-1', 3, { isCompleted: false }))
    expect(setOf(undone, 'a-1')).toMatchObject({ performedAt: null, isCompleted: false })
  })

  it('moves what was done to the exercise that it was done with', () => {
    const before = done(empty, add('a', 'bench'), log('a-1', 1), log('a-2', 1, { reps: 6 }))
    const moved = done(before, { ...add('b', 'squat', 'a'), takesSets: true } as Change)
    const [bench, squat] = moved.exercises
    expect(bench).toMatchObject({ id: 'a', deletedAt: START })
    expect(squat?.sets.map(({ id, reps, isCompleted }) => [id, reps, isCompleted])).toEqual([
      ...[
        ['b-1', 5, true],
        ['b-2', 6, true],
        ['b-3', null, false],
      ],
    ])
    expect(lastRemoved(moved)).toMatchObject({ part: 'exercise', sets: 2 })
  })

  it('moves what was done to where the exercise stands already, and its own sets are open again', () => {
    const before = done(
      ...[empty, add('a', 'bench'), add('b', 'squat'), log('b-1', 1), log('a-1', 1, { reps: 6 })],
    )
    const move = (exerciseId: string, swapFor: string): Change =>
      ({ ...add('c', exerciseId, swapFor), takesSets: true }) as Change
    const told = (training: Training) =>
      presentExercises(training).map(({ id, sets }) => [
        ...[id, sets.map(({ reps, isCompleted }) => (isCompleted ? reps : null))],
      ])
    const moved = done(before, move('squat', 'a'))
    expect(told(moved)).toEqual([
      ['a', [null, null, null]],
      ['b', [5, 6, null]],
    ])
    expect(setOf(moved, 'b-2')).toMatchObject({ revision: 2, performedAt: START, weight: 80 })
    expect(done(moved, move('squat', 'a'))).toEqual(moved)
    expect(
      told(done(moved, log('b-3', 1), log('a-2', 1, { reps: 9 }), move('squat', 'a'))),
    ).toEqual([
      ['a', [null, null, null]],
      ['b', [5, 6, 5, 9]],
    ])
    expect(done(moved, move('bench', 'a'))).toEqual(moved)
  })

  it('keeps the reps that were planned where sets are moved, and no weight of the other exercise', () => {
    const planned = done(empty, add('a', 'bench'), log('a-1', 1))
    const target = {
      ...{ repsMin: 12, repsMax: 12, isAmrap: false, weight: 30, weightUnit: 'kg' as const },
      ...{ percentOfMax: null, rpe: null, durationSeconds: null, distanceMeters: null },
    }
    const exercises = planned.exercises.map((each) => ({
      ...each,
      sets: each.sets.map((set) => ({ ...set, target })),
    }))
    const move = { ...add('b', 'squat', 'a'), takesSets: true } as Change
    const moved = done({ ...planned, exercises }, move).exercises.find(({ id }) => id === 'b')
    expect(moved?.sets.map((set) => [set.target?.repsMin, set.target?.weight])).toEqual(
      Array(3).fill([12, null]),
    )
  })

  it('does not move figures to an exercise that counts something else', () => {
    const before = done(empty, add('a', 'bench'), log('a-1', 1))
    const move = { ...add('b', 'plank', 'a'), takesSets: true } as Change
    expect(applyOperation(before, operation(move))).toMatchObject({ kind: 'refused' })
  })

  it('on an older revision is a conflict, unless it says what is there already', () => {
    const before = done(empty, add('a', 'bench'), log('a-1', 1))
    expect(applyOperation(before, operation(log('a-1', 1, { reps: 9 })))).toMatchObject({
      ...{ kind: 'conflict', theirs: { reps: 5, revision: 2 } },
    })
    expect(applyOperation(before, operation(log('a-1', 1)))).toEqual({
      ...{ kind: 'applied', training: before },
    })
  })

  it('meets a set that was taken out as a conflict, and brings nothing back by itself', () => {
    const before = done(empty, add('a', 'bench'), { type: 'removeSet', setId: 'a-1' })
    for (const revision of [1, 2])
      expect(applyOperation(before, operation(log('a-1', revision)))).toMatchObject({
        ...{ kind: 'conflict', theirs: { deletedAt: START } },
      })
  })

  it('says which field cannot be kept', () => {
    const before = done(empty, add('a', 'bench'), add('p', 'plank'))
    const refusal = (change: Change) => applyOperation(before, operation(change))
    expect(refusal(log('a-1', 1, { reps: null }))).toMatchObject({
      fields: { reps: { key: 'required' } },
    })
    expect(refusal(log('p-1', 1))).toMatchObject({
      fields: { durationSeconds: { key: 'required' } },
    })
    expect(refusal(log('a-1', 1, { weight: Number.NaN, reps: 1.5, rpe: 11 }))).toMatchObject({
      fields: { weight: { key: 'number' }, reps: { key: 'wholeNumber' }, rpe: { key: 'atMost' } },
    })
    expect(refusal({ type: 'noteExercise', exerciseLogId: 'a', notes: '\0' })).toMatchObject({
      fields: { notes: { key: 'unreadable' } },
    })
  })

  it('marks as a slip what nobody has ever done, whoever wrote it', () => {
    const kept = done(empty, add('a', 'bench'), log('a-1', 1, { reps: 877 }))
    expect(setOf(kept, 'a-1')).toMatchObject({ reps: 877, isSlip: true })
  })

  it('swaps what is not done yet and leaves the rest with its exercise', () => {
    const swapped = done(
      empty,
      add('a', 'bench'),
      add('b', 'plank'),
      log('a-1', 1),
      add('c', 'squat', 'a'),
    )
    expect(presentExercises(swapped).map(({ id, sets }) => [id, sets.length])).toEqual([
      ['a', 3],
      ['c', 2],
      ['b', 3],
    ])
    const [bench] = presentExercises(swapped)
    expect(bench && presentSets(bench).map((set) => set.id)).toEqual(['a-1'])
  })

  it('asks the exercise that comes in for the planned reps, not for the load of the other', () => {
    const target = {
      ...{ repsMin: 6, repsMax: 8, isAmrap: false, weight: 52.5, weightUnit: 'kg' as const },
      ...{ percentOfMax: null, rpe: 8, durationSeconds: null, distanceMeters: null },
    }
    const planned = done(empty, add('a', 'bench'), {
      ...{ type: 'addSets', exerciseLogId: 'a', isFirst: false },
      sets: [{ id: 'a-4', kind: 'normal', target }],
    })
    const asked = (exerciseId: string) =>
      presentExercises(done(planned, add('c', exerciseId, 'a'))).flatMap(
        (each) => presentSets(each).at(-1)?.target,
      )
    expect(asked('squat')).toEqual([{ ...target, weight: null, weightUnit: null }])
    expect(asked('plank')).toEqual([null])
  })

  it('puts warm-up sets first without making anything else older', () => {
    const warm = done(empty, add('a', 'bench'), log('a-1', 1), {
      ...{ type: 'addSets', exerciseLogId: 'a', isFirst: true },
      sets: [{ id: 'w-1', kind: 'warmup', target: null }],
    })
    const [bench] = presentExercises(warm)
    expect(bench?.sets.map(({ id, setNumber, revision }) => [id, setNumber, revision])).toEqual([
      ['w-1', 1, 1],
      ['a-1', 2, 2],
      ['a-2', 3, 1],
      ['a-3', 4, 1],
    ])
  })

  it('finishes once something is done, at the last set where it was forgotten', () => {
    const end: Change = {
      ...{ type: 'finish', notes: '', feeling: null, sessionRpe: null, isEndedAtLastSet: true },
    }
    expect(applyOperation(done(empty, add('a', 'bench')), operation(end))).toMatchObject({
      ...{ kind: 'refused', key: 'nothingDone' },
    })
    const trained = done(empty, add('a', 'bench'), log('a-1', 1))
    const finished = applyOperation(trained, operation(end, '2026-03-01T20:00:00Z'))
    expect(finished).toMatchObject({ training: { status: 'completed', completedAt: START } })
    if (finished.kind !== 'applied') throw new Error(finished.kind)
    expect(applyOperation(finished.training, operation(log('a-2', 1)))).toMatchObject({
      key: 'sessionCompleted',
    })
  })
})

const ids = fc.constantFrom('a', 'b', 'c')
const setIds = fc.tuple(ids, fc.integer({ min: 1, max: 4 })).map(([id, place]) => `${id}-${place}`)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(ids, fc.constantFrom(...KNOWN), fc.option(ids)).map((args) => add(...args)),
  fc
    .tuple(setIds, fc.integer({ min: 1, max: 4 }), fc.integer({ min: -2, max: 200 }), fc.boolean())
    .map(([id, revision, reps, isCompleted]) => log(id, revision, { reps, isCompleted })),
  fc.record({ type: fc.constantFrom('removeSet', 'restoreSet'), setId: setIds }),
  fc.record({ type: fc.constantFrom('removeExercise', 'restoreExercise'), exerciseLogId: ids }),
  fc.record({
    type: fc.constant('moveExercise' as const),
    exerciseLogId: ids,
    direction: fc.constantFrom('up', 'down'),
  }),
  fc.record({
    type: fc.constant('addSets' as const),
    exerciseLogId: ids,
    isFirst: fc.boolean(),
    sets: setIds.map((id) => [{ id, kind: 'normal' as const, target: null }]),
  }),
)

const replay = (operations: readonly Operation[]) =>
  operations.reduce((training, each) => {
    const outcome = applyOperation(training, each)
    return outcome.kind === 'applied' ? outcome.training : training
  }, empty)

it('any changes keep a workout whole, and leave what they do not touch the same object', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const operations = changes.map((each) => operation(each))
      const all = replay(operations)
      expect(replay(operations)).toEqual(all)
      const every = all.exercises.flatMap((each) => each.sets)
      expect(new Set(every.map((set) => set.id)).size).toBe(every.length)
      expect(new Set(all.exercises.map((each) => each.id)).size).toBe(all.exercises.length)
      for (const set of every) {
        expect(set.isCompleted).toBe(set.performedAt !== null)
        expect(set.revision).toBeGreaterThanOrEqual(BLANK.revision)
        expect(set.reps ?? 0).toBeGreaterThanOrEqual(0)
      }
      const positions = all.exercises.map((each) => each.position)
      expect(positions).toEqual(positions.toSorted((a, b) => a - b))
      const noted = applyOperation(
        all,
        operation({ type: 'keepTraining' }, '2026-03-01T12:00:00.000Z'),
      )
      if (noted.kind === 'applied') expect(noted.training.exercises).toBe(all.exercises)
    }),
  )
})

it('the same change of a set, sent twice, does it once', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), change, (changes, last) => {
      fc.pre(last.type !== 'moveExercise' && last.type !== 'addExercise')
      const before = replay(changes.map((each) => operation(each)))
      const sent = operation(last)
      const once = applyOperation(before, sent)
      if (once.kind !== 'applied') return
      const twice = applyOperation(once.training, sent)
      expect(twice).toEqual({ kind: 'applied', training: once.training })
    }),
  )
})
