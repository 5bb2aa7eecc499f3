import { expect, it } from 'vitest'
import { englishOfRegion, unitOfRegion } from './region'

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

it.each([
  ['en-US,en;q=0.9', 'en'],
  ['en', 'en'],
  ['en-IN', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['en-GB,en-US;q=0.8', 'en-GB'],
  ['en-AU', 'en-AU'],
  ['de-DE,de;q=0.9,en;q=0.8', 'en-GB'],
  ['th', 'en-GB'],
])('writes days for %j as in %s', (header, english) => {
  expect(englishOfRegion(header)).toBe(english)
})
