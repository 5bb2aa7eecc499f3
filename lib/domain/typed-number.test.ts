import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, parseTypedDuration, parseTypedNumber } from './typed-number'

describe('parseTypedNumber', () => {
  it.each([
    ['102.5', 102.5],
    ['102,5', 102.5],
    [' 102.5 ', 102.5],
    ['1 000,5', 1000.5],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1.000', 1],
    ['.5', 0.5],
    ['5.', null],
    ['-3', -3],
    ['−3', -3],
    ['-0', 0],
    ['', null],
    [',', null],
    ['1e5', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['12abc', null],
    ['1.2.3', null],
    ['٣', null],
  ])('%j is %s', (text, value) => {
    expect(parseTypedNumber(text)).toBe(value)
  })

  it('reads comma and dot alike, whatever the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
        const text = (cents / 100).toFixed(2)
        expect(parseTypedNumber(text)).toBe(cents / 100)
        expect(parseTypedNumber(text.replace('.', ','))).toBe(cents / 100)
      }),
    )
  })

  it('answers any text with a finite number or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseTypedNumber(text)
        expect(value === null || Number.isFinite(value)).toBe(true)
        expect(Object.is(value, -0)).toBe(false)
      }),
    )
  })
})

describe('durations', () => {
  it.each([
    ['90', 90],
    ['1:30', 90],
    ['1:02:03', 3723],
    ['59,5', 59.5],
    ['0:05', 5],
    ['1:60', null],
    ['1:2:3:4', null],
    ['-5', null],
    ['a:10', null],
    ['', null],
  ])('%j is %s seconds', (text, seconds) => {
    expect(parseTypedDuration(text)).toBe(seconds)
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(parseTypedDuration(formatDuration(seconds))).toBe(seconds)
      }),
    )
  })
})
