import { expect, it } from 'vitest'
import { nextLoadable } from './plates'
import { USUAL_GEAR, withRack } from './usual-gear'

it('steps from one usual dumbbell to the next, and leaves a list of a person as it is', () => {
  const { kg, lb } = withRack({ ...USUAL_GEAR, lb: { ...USUAL_GEAR.lb, dumbbells: [20, 35] } })
  const next = (load: number, dumbbells: readonly number[] | undefined) =>
    ([-1, 1] as const).map((direction) =>
      nextLoadable({ bar: 0, plates: [], rack: dumbbells, load, direction }),
    )
  expect(next(4, kg.dumbbells)).toEqual([3, 5])
  expect(next(10, kg.dumbbells)).toEqual([9, 12.5])
  expect(next(147.5, kg.dumbbells)).toEqual([145, 150])
  expect(next(20, lb.dumbbells)).toEqual([null, 35])
})
