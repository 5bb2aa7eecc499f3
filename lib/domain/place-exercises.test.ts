import { describe, expect, it } from 'vitest'
import { placeExercises } from './place-exercises'

const placed = (ids: string, wanted: Record<string, number>) => {
  const places = placeExercises([...ids], new Map(Object.entries(wanted)))
  return (
    places &&
    [...places]
      .sort((a, b) => a[1] - b[1])
      .map(([id]) => id)
      .join('')
  )
}

describe('placing the exercises of a workout', () => {
  it.each<[string, string, Record<string, number>, string | null]>([
    ['moves none that keeps its place', 'abc', { a: 0, c: 2 }, null],
    ['moves one down', 'abcd', { a: 2 }, 'bcad'],
    ['moves one up', 'abcd', { d: 0 }, 'dabc'],
    ['exchanges two', 'abcd', { a: 1, b: 0, c: 2, d: 3 }, 'bacd'],
    ['puts one beyond the end last', 'abc', { a: 9 }, 'bca'],
    ['passes over what is not there', 'abc', { x: 0 }, null],
  ])('%s', (_, ids, wanted, result) => {
    expect(placed(ids, wanted)).toBe(result)
  })
})
