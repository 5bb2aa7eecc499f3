import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmToInches, formatInches, inchesToCm, parseTypedInches } from './typed-height'

describe('a height in feet and inches', () => {
  it.each([
    [`5'11"`, 71],
    ['5’11”', 71],
    ['5′ 11″', 71],
    [`5'11''`, 71],
    [`5'11`, 71],
    ['5 11', 71],
    ['5ft 11in', 71],
    ['5 ft. 11 in.', 71],
    ['5 FEET 11 INCHES', 71],
    ['  6 foot ', 72],
    [`6'`, 72],
    [`5'11.5"`, 71.5],
    ['5 11,5', 71.5],
    ['71', 71],
    ['71.5 in', 71.5],
    ['71"', 71],
  ])('reads %s as %s inches', (text, inches) => {
    expect(parseTypedInches(text)).toBe(inches)
  })

  it.each([
    '',
    ' ',
    `5'12"`,
    '5 11 2',
    'tall',
    `'11"`,
    `-5'11"`,
    '5.5 ft',
    '180 cm',
    '1e3',
    `55'1"`,
  ])('does not read %j', (text) => {
    expect(parseTypedInches(text)).toBeNull()
  })

  it('comes back as typed, over the whole range, through the centimetres that are kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 196 }), (halves) => {
        const inches = halves / 2
        expect(parseTypedInches(formatInches(inches))).toBe(inches)
        expect(cmToInches(inchesToCm(inches))).toBe(inches)
      }),
    )
  })

  it('reads any text at once, and never as something negative', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inches = parseTypedInches(text)
        expect(inches === null || inches >= 0).toBe(true)
      }),
    )
    expect(parseTypedInches(`5${' '.repeat(50_000)}x`)).toBeNull()
  })
})
