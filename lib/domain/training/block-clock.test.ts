import { describe, expect, it } from 'vitest'
import { minutesOf, pressed, secondsOn, stretchAt, stretchesOf } from './block-clock'
import { roundsOf } from './blocks'
import { BLANK, type Training, type TrainingBlock, type TrainingExercise } from './training'

const START = '2026-03-01T10:00:00.000Z'
const exercise = (id: string, about: Partial<TrainingExercise>, work: number | null) => ({
  ...{ id, exerciseId: id, position: 0, block: 0, blockKind: 'interval' as const },
  ...{ restSeconds: null, tempo: null, planNotes: '', notes: '', reason: null, deletedAt: null },
  ...about,
  sets: [1, 2].map((setNumber) => ({
    ...BLANK,
    ...{ id: `${id}${setNumber}`, kind: 'normal' as const, target: null, setNumber },
    ...{ weightUnit: 'kg' as const, durationSeconds: work },
  })),
})
const workout = (block: TrainingBlock, exercises: TrainingExercise[]): Training => ({
  ...{ id: 'w', name: 'Bike', status: 'in_progress', startedAt: START, completedAt: null },
  ...{ stillTrainingAt: null, notes: '', feeling: null, sessionRpe: null, facts: {} },
  ...{ exercises, blocks: [block], weightUnit: 'kg' },
})
const tabata: TrainingBlock = { kind: 'interval', restSeconds: 10, timeCapSeconds: null }

describe('the clock of a block', () => {
  it('counts from its start and leaves out the time it was paused', () => {
    const started = pressed(null, 1_000)
    expect(secondsOn(started, 21_000)).toBe(20)
    const paused = pressed(started, 21_000)
    expect(secondsOn(paused, 90_000)).toBe(20)
    expect(secondsOn(pressed(paused, 90_000), 95_000)).toBe(25)
  })

  it('leads through work and rest, without a rest at the end', () => {
    const bike = workout(tabata, [exercise('a', {}, 20)])
    const stretches = stretchesOf(bike, roundsOf(bike.exercises).rounds)
    expect(stretches.map(({ isRest, seconds }) => [isRest, seconds])).toEqual([
      [false, 20],
      [true, 10],
      [false, 20],
    ])
    expect(stretchAt(stretches, 25)).toEqual({ index: 1, left: 5 })
    expect(stretchAt(stretches, 50)).toBeNull()
    const open = workout(tabata, [exercise('a', {}, null)])
    expect(stretchesOf(open, roundsOf(open.exercises).rounds)).toEqual([])
  })

  it('gives a minute to each turn, or a whole round where there are as many minutes as rounds', () => {
    const { rounds } = roundsOf([exercise('a', {}, null), exercise('b', {}, null)])
    const ids = (cap: number | null) =>
      minutesOf(rounds, cap).map((turns) => turns.map(({ set }) => set.id).join(' '))
    expect(ids(null)).toEqual(['a1', 'b1', 'a2', 'b2'])
    expect(ids(240)).toEqual(['a1', 'b1', 'a2', 'b2'])
    expect(ids(120)).toEqual(['a1 b1', 'a2 b2'])
    expect(ids(300).at(-1)).toBe('')
  })
})
