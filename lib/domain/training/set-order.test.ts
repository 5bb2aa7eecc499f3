import { describe, expect, it } from 'vitest'
import { nextSetId, restAfter } from './set-order'
import { BLANK, type Training, type TrainingExercise } from './training'

const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`

function exercise(id: string, about: Partial<TrainingExercise>, done: number[]): TrainingExercise {
  return {
    ...{ id, exerciseId: id, position: 0, block: 0, blockKind: 'single', restSeconds: null },
    ...{ tempo: null, planNotes: '', notes: '', reason: null, deletedAt: null },
    ...about,
    sets: [1, 2, 3].map((number) => {
      const minute = done[number - 1]
      const isDone = minute !== undefined
      return {
        ...BLANK,
        ...{ id: `${id}${number}`, kind: 'normal', target: null, setNumber: number },
        ...{ weightUnit: 'kg', isCompleted: isDone, performedAt: isDone ? at(minute) : null },
      }
    }),
  }
}

const workout = (...exercises: TrainingExercise[]): Training => ({
  ...{ id: 'w', name: 'Push', status: 'in_progress', startedAt: at(0), completedAt: null },
  ...{ stillTrainingAt: null, notes: '', feeling: null, sessionRpe: null, facts: {} },
  ...{ exercises, weightUnit: 'kg' },
})

describe('what comes next', () => {
  it('is the next set of the exercise, then the next exercise', () => {
    expect(nextSetId(workout(exercise('a', {}, [1]), exercise('b', { block: 1 }, [])))).toBe('a2')
    expect(nextSetId(workout(exercise('a', {}, [1, 2, 3]), exercise('b', { block: 1 }, [])))).toBe(
      'b1',
    )
    expect(nextSetId(workout(exercise('a', {}, [1, 2, 3])))).toBeNull()
  })

  it('stays with the exercise done last, then goes back to open sets', () => {
    const next = (a: number[], b: number[], c: number[]) =>
      nextSetId(
        workout(
          exercise('a', {}, a),
          exercise('b', { block: 1 }, b),
          exercise('c', { block: 2 }, c),
        ),
      )
    expect(next([1], [2], [])).toBe('b2')
    expect(next([1], [2, 3, 4], [])).toBe('c1')
    expect(next([1], [], [2, 3, 4])).toBe('a2')
    expect(next([1, 6], [2, 3, 4], [5])).toBe('a3')
  })

  it('is the partner in a superset, round by round', () => {
    const pair = { blockKind: 'superset' as const }
    const turn = (a: number[], b: number[]) =>
      nextSetId(workout(exercise('a', pair, a), exercise('b', pair, b)))
    expect(turn([], [])).toBe('a1')
    expect(turn([1], [])).toBe('b1')
    expect(turn([1], [2])).toBe('a2')
    expect(turn([1, 3, 5], [2, 4])).toBe('b3')
  })
})

describe('the rest', () => {
  it('counts from the last set, as the plan, the exercise or the person says', () => {
    const planned = workout(exercise('a', { restSeconds: 90 }, [1, 5]))
    expect(restAfter(planned, 120)).toEqual({ setId: 'a2', since: at(5), seconds: 90 })
    expect(restAfter(workout(exercise('a', {}, [1])), 120)).toMatchObject({ seconds: 120 })
    expect(restAfter(workout(exercise('a', {}, [1])), 0)).toBeNull()
  })

  it('comes after the round of a superset, and not after everything is done', () => {
    const pair = { blockKind: 'superset' as const }
    const rest = (a: number[], b: number[]) =>
      restAfter(workout(exercise('a', pair, a), exercise('b', pair, b)), 120)
    expect(rest([1], [])).toBeNull()
    expect(rest([1], [2])).toMatchObject({ setId: 'b1' })
    expect(rest([1, 3, 5], [2, 4, 6])).toBeNull()
  })
})
