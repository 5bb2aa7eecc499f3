import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperation } from './apply-operation'
import { groupsOf, roundsOf } from './blocks'
import type { Change } from './operations'
import { nextSetId, restAfter, turnsOf } from './set-order'
import {
  presentExercises,
  presentSets,
  type SetValues,
  type Training,
  type TrainingBlock,
  type TrainingExercise,
} from './training'

const START = '2026-03-01T10:00:00.000Z'
const facts = {
  ...{ name: 'An exercise', tracking: 'weight_reps' as const, isUnilateral: false },
  ...{ isPlateLoaded: true, weightUnit: null, restSeconds: null, barWeight: null, ownNote: '' },
}
const empty: Training = {
  ...{ id: 'w', name: 'Push', status: 'in_progress', startedAt: START, completedAt: null },
  ...{ stillTrainingAt: null, notes: '', feeling: null, sessionRpe: null, exercises: [] },
  ...{ facts: { row: facts }, weightUnit: 'kg' },
}
const values: SetValues = {
  ...{ kind: 'normal', reps: 5, weight: 80, weightUnit: 'kg', durationSeconds: null },
  ...{ distanceMeters: null, rpe: null, side: null, isSlip: false, isCompleted: true },
}

let made = 0
const apply = (training: Training, change: Change): Training => {
  const at = new Date(Date.parse(START) + ++made * 1000).toISOString()
  const outcome = applyOperation(training, { ...change, id: `op${made}`, sessionId: 'w', at })
  return outcome.kind === 'applied' ? outcome.training : training
}
const done = (training: Training, ...changes: Change[]) => changes.reduce(apply, training)

const add = (id: string, more: { swapFor?: string; joins?: string } = {}): Change => ({
  ...{ type: 'addExercise', exerciseLogId: id, exerciseId: 'row', swapFor: null, ...more },
  setIds: [1, 2, 3, 4, 5].map((number) => `${id}${number}`),
})
const join = (id: string, partnerId: string): Change => ({
  ...{ type: 'joinBlock', exerciseLogId: id, partnerId },
})
const leave = (id: string, isWhole = false): Change => ({
  ...{ type: 'leaveBlock', exerciseLogId: id, isWhole },
})
const move = (id: string, direction: 'up' | 'down', isWhole = false): Change => ({
  ...{ type: 'moveExercise', exerciseLogId: id, direction, isWhole },
})
const log = (setId: string, baseRevision = 1): Change => ({
  ...{ type: 'logSet', setId, baseRevision, values },
})

const order = (training: Training) =>
  groupsOf(presentExercises(training)).map((group) => group.map(({ id }) => id).join('+'))
const turns = (training: Training) =>
  groupsOf(presentExercises(training)).map((group) =>
    roundsOf(group).rounds.map((round) => round.map(({ set }) => set.id).join(' ')),
  )

const four = done(empty, add('a'), add('b'), add('c'), add('d'))
const pair = done(four, join('b', 'a'))

describe('a block', () => {
  it('moves past another block as a whole, up and down', () => {
    expect(order(pair)).toEqual(['a+b', 'c', 'd'])
    expect(order(done(pair, move('c', 'up')))).toEqual(['c', 'a+b', 'd'])
    expect(order(done(pair, move('b', 'down', true)))).toEqual(['c', 'a+b', 'd'])
    expect(order(done(pair, move('a', 'up', true)))).toEqual(order(pair))
  })

  it('moves a partner within it, and not out of it', () => {
    expect(order(done(pair, move('b', 'up')))).toEqual(['b+a', 'c', 'd'])
    expect(order(done(pair, move('b', 'down')))).toEqual(order(pair))
  })

  it('grows by a neighbour from below and from above, and takes the one it is told', () => {
    expect(order(done(pair, join('c', 'b')))).toEqual(['a+b+c', 'd'])
    expect(order(done(pair, join('c', 'd'), join('b', 'c')))).toEqual(['a', 'b+c+d'])
    expect(order(done(pair, add('e', { joins: 'a' })))).toEqual(['a+b+e', 'c', 'd'])
  })

  it('lets one partner go and dissolves as a whole', () => {
    const three = done(pair, join('c', 'b'))
    expect(order(done(three, leave('a')))).toEqual(['a', 'b+c', 'd'])
    expect(order(done(three, leave('b')))).toEqual(['a+c', 'b', 'd'])
    const both = done(pair, leave('b'))
    expect(order(both)).toEqual(['a', 'b', 'c', 'd'])
    expect(both.exercises.map(({ blockKind }) => blockKind)).not.toContain('superset')
    expect(order(done(three, leave('b', true)))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('goes on with the round that is open when an exercise joins it', () => {
    const late = done(four, log('a1'), log('a2'), join('b', 'a'))
    expect(turns(late)[0]).toEqual(['a1', 'a2', 'a3 b1', 'b2', 'b3'])
    const added = done(pair, log('a1'), log('b1'), add('e', { joins: 'a' }))
    expect(turns(added)[0]).toEqual(['a1 b1', 'a2 b2 e1', 'a3 b3 e2'])
  })

  it('gives the turn of an exercise to the one swapped in for it', () => {
    const swapped = done(pair, log('a1'), log('b1'), log('a2'), add('e', { swapFor: 'a' }))
    expect(turns(swapped)[0]).toEqual(['a1 b1', 'a2 b2', 'e1 b3'])
    expect(nextSetId(swapped)).toBe('b2')
    const warm = done(swapped, {
      ...{ type: 'addSets', exerciseLogId: 'e', isFirst: true },
      sets: [{ id: 'w', kind: 'warmup' }],
    })
    expect(turns(warm)[0]).toEqual(['a1 b1', 'a2 b2', 'e1 b3'])
  })

  it('gets a set of each partner as a round, once for the same ids', () => {
    const round: Change = { type: 'addRound', exerciseLogId: 'b', setIds: ['x', 'y'] }
    const grown = done(pair, round, round)
    expect(turns(grown)[0]).toEqual(['a1 b1', 'a2 b2', 'a3 b3', 'x y'])
  })

  it('parts a block of exercises that take no turns where another comes between', () => {
    const warmUp = {
      ...four,
      exercises: four.exercises.map((each) => ({ ...each, block: each.id === 'd' ? 1 : 0 })),
    }
    const moved = done(warmUp, move('d', 'up'))
    const blocks = moved.exercises.map(({ id, block }) => `${id}${block}`)
    expect(blocks).toEqual(['a0', 'b0', 'd1', 'c2'])
  })
})

describe('the rest of a planned block', () => {
  const planned = (about: Partial<TrainingBlock>, rests: (number | null)[]): Training => {
    const block: TrainingBlock = {
      ...{ kind: 'circuit', restSeconds: 90, timeCapSeconds: null, ...about },
    }
    const exercises = four.exercises.slice(0, rests.length).map(
      (each, index): TrainingExercise => ({
        ...each,
        ...{ block: 0, blockKind: block.kind, restSeconds: rests[index] ?? null },
      }),
    )
    return { ...four, exercises, blocks: [block] }
  }

  it('is the one of the block after a round, and the one of a line between partners', () => {
    const circuit = planned({}, [15, null])
    expect(restAfter(done(circuit, log('a1')), 120)).toMatchObject({ seconds: 15 })
    expect(restAfter(done(circuit, log('a1'), log('b1')), 120)).toMatchObject({ seconds: 90 })
    const superset = planned({ kind: 'superset', restSeconds: 60 }, [0, null])
    expect(restAfter(done(superset, log('a1')), 120)).toBeNull()
    expect(restAfter(done(superset, log('a1'), log('b1')), 120)).toMatchObject({ seconds: 60 })
  })

  it('is none where a clock leads and the plan says nothing', () => {
    const sprints = planned({ kind: 'interval', restSeconds: 10 }, [null])
    expect(restAfter(done(sprints, log('a1')), 120)).toMatchObject({ seconds: 10 })
    const emom = planned({ kind: 'emom', restSeconds: 0, timeCapSeconds: 600 }, [null])
    expect(restAfter(done(emom, log('a1')), 120)).toBeNull()
  })
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const setId = fc.tuple(id, fc.integer({ min: 1, max: 4 })).map((parts) => parts.join(''))
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, id).map(([one, swapFor]) => add(one, { swapFor })),
  fc.tuple(id, id).map(([one, joins]) => add(one, { joins })),
  id.map((one) => add(one)),
  fc.tuple(id, fc.constantFrom('up', 'down'), fc.boolean()).map((args) => move(...args)),
  fc.tuple(id, id).map((args) => join(...args)),
  fc.tuple(id, fc.boolean()).map((args) => leave(...args)),
  fc.record({ type: fc.constantFrom('removeExercise', 'restoreExercise'), exerciseLogId: id }),
  fc.record({ type: fc.constantFrom('removeSet', 'restoreSet'), setId }),
  fc.tuple(setId, fc.integer({ min: 1, max: 3 })).map((args) => log(...args)),
  fc
    .tuple(id, fc.array(setId, { minLength: 1, maxLength: 3 }))
    .map(([exerciseLogId, setIds]): Change => ({ type: 'addRound', exerciseLogId, setIds })),
)

it('never tears a block or a round, whatever is moved, swapped, joined, left or removed', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const training = done(pair, ...changes)
      const runs = training.exercises.filter(
        ({ block }, index) => training.exercises[index - 1]?.block !== block,
      )
      expect(new Set(runs.map(({ block }) => block)).size).toBe(runs.length)
      const places = training.exercises.map(({ position }) => position)
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))

      const all = turnsOf(training)
      const present = presentExercises(training).flatMap(presentSets)
      expect(all.map(({ set }) => set.id).toSorted()).toEqual(
        present.map((set) => set.id).toSorted(),
      )
      const rounds = all.flatMap(({ round }) => round ?? [])
      const parts = rounds.filter((round, index) => rounds[index - 1] !== round)
      expect(new Set(parts).size).toBe(parts.length)
      for (const name of parts) {
        const round = all.filter(({ round: own }) => own === name)
        const inRound = round.map(({ exercise }) => training.exercises.indexOf(exercise))
        expect(inRound).toEqual([...new Set(inRound)].toSorted((a, b) => a - b))
      }
      for (const exercise of training.exercises) {
        const own = all.filter((turn) => turn.exercise === exercise).map(({ set }) => set.setNumber)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 500 },
  )
})
