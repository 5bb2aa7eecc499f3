import { expect, it } from 'vitest'
import { unitOfRegion } from './unit-of-region'

it.each([
  ['en-US,en;q=0.9', 'lb'],
  ['es-US', 'lb'],
  ['en-LR', 'lb'],
  ['my', 'lb'],
  ['my-MM,my;q=0.9', 'lb'],
  ['zh-Hant-US', 'lb'],
  ['en-GB,en-US;q=0.8', 'kg'],
  ['de', 'kg'],
  ['en', 'kg'],
  ['myv', 'kg'],
  ['', 'kg'],
  [null, 'kg'],
])('reads %j as %s', (header, unit) => {
  expect(unitOfRegion(header)).toBe(unit)
})
