import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatWave, parseWave, WAVE_PRESETS } from './wave-text'

const sets = fc.array(
  fc.record({
    percent: fc.integer({ min: 100, max: 15_000 }).map((hundredths) => hundredths / 100),
    reps: fc.integer({ min: 1, max: 100 }),
    isAmrap: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
)
const waves = fc.array(sets, { minLength: 1, maxLength: 12 })

it('reads back what it writes, in a line or with a week a line', () => {
  fc.assert(
    fc.property(waves, fc.constantFrom(' / ', '/', '\n', '\r\n', '\n\n'), (weeks, between) => {
      expect(parseWave(formatWave(weeks, between))).toEqual(weeks)
    }),
  )
})

it('reads what people type: signs, commas, capitals, space around', () => {
  expect(parseWave('  67,5%×5  75X5+ ')).toEqual([
    [
      { percent: 67.5, reps: 5, isAmrap: false },
      { percent: 75, reps: 5, isAmrap: true },
    ],
  ])
})

it('knows 5/3/1', () => {
  const weeks = parseWave(WAVE_PRESETS['531'])
  expect(weeks?.map((week) => week.map(({ percent }) => percent))).toEqual([
    [65, 75, 85],
    [70, 80, 90],
    [75, 85, 95],
    [40, 50, 60],
  ])
  expect(weeks?.[2]?.[2]).toEqual({ percent: 95, reps: 1, isAmrap: true })
})

it.each([
  '',
  '/',
  '65x5 /',
  '65x5 // 70x3',
  '65',
  'x5',
  '0x5',
  '151x5',
  '65x0',
  '65x101',
  '65.125x5',
  '65x5x5',
  'NaNx5',
  Array.from({ length: 13 }, () => '65x5').join('/'),
  Array.from({ length: 21 }, () => '65x5').join(' '),
])('refuses %s', (text) => {
  expect(parseWave(text)).toBeNull()
})

it('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const weeks = parseWave(text)
      if (weeks) expect(parseWave(formatWave(weeks))).toEqual(weeks)
    }),
  )
})
