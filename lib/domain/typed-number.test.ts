import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDuration,
  formatHours,
  parseTypedDuration,
  parseTypedMinutes,
  parseTypedNumber,
} from './typed-number'

describe('parseTypedNumber', () => {
  it.each([
    ['102.5', 102.5],
    ['102,5', 102.5],
    [' 102.5 ', 102.5],
    ['1 000,5', 1000.5],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1\u00a0234\u202f567', 1234567],
    ['1.234.567,8', 1234567.8],
    ['1,000.000,5', null],
    ['1,000,5', null],
    ['12 50', null],
    ['100\t100', null],
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
    ['9'.repeat(400), null],
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

  it('reads thousands however they are grouped', () => {
    const styles = [
      ['de-DE', '.'],
      ['en-US', ','],
      ['fr-FR', '\u202f'],
    ] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom(...styles),
        (cents, [locale, group]) => {
          const text = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
          expect(text.includes(group)).toBe(cents >= 100_000)
          expect(parseTypedNumber(text)).toBe(cents / 100)
        },
      ),
    )
  })

  it('is not held up by a long text', () => {
    for (const filler of [' ', '0', '0 ', '000 ', '000.', '.', '-']) {
      expect(parseTypedNumber(`1${filler.repeat(250_000)}x`)).toBeNull()
    }
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
    ['1:30,5', null],
    [`${'9'.repeat(400)}:00`, null],
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

describe('how long a workout took', () => {
  it.each([
    ['75', 75],
    ['1:15', 75],
    ['1 h 15 min', 75],
    ['2h', 120],
    ['45 min', 45],
    ['1:75', null],
    ['-5', null],
    ['soon', null],
    ['', null],
  ])('reads %j as %s minutes', (text, minutes) => {
    expect(parseTypedMinutes(text)).toBe(minutes === null ? null : minutes * 60)
  })

  it('reads back what it wrote', () => {
    for (const minutes of [0, 9, 60, 68, 1440])
      expect(parseTypedMinutes(formatHours(minutes * 60))).toBe(minutes * 60)
  })
})
