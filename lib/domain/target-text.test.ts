import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plannedExerciseSchema } from '@/lib/schemas/plan'
import { lineTexts, plannedDistance, setsText, targetText } from './target-text'
import { toMeters } from './units'

/** What a line of text breaks nowhere within: a figure and its unit. */
const unbroken = (text: string) =>
  text.replace(/(\d) (kg|km|mi|m|s|%)/g, '$1\u00a0$2').replace('RPE ', 'RPE\u00a0')
const line = (more: object) =>
  plannedExerciseSchema.parse({ exerciseId: '00000000-0000-7000-8000-000000000000', ...more })
const lift = { tracking: 'weight_reps', unit: 'km' } as const
const run = (unit: 'km' | 'mi') => ({ tracking: 'distance_duration', unit }) as const

describe('what a set asks for', () => {
  it.each([
    [{ repsMin: 8, repsMax: 12, weight: 60, weightUnit: 'kg', rpe: 8.5 }, '8–12 · 60 kg · RPE 8.5'],
    [{ repsMin: 5, isAmrap: true, percentOfMax: 85 }, '5+ · 85 %'],
    [{ durationSeconds: 90 }, '1:30'],
    [{ durationSeconds: 30 }, '30 s'],
    [{}, ''],
  ])('%j', (target, text) => {
    expect(targetText(line(target), lift)).toBe(unbroken(text))
  })

  it('says distances in the unit that says them exactly', () => {
    const text = (distanceMeters: number, unit: 'km' | 'mi') =>
      targetText(line({ distanceMeters }), run(unit))
    expect(text(5000, 'km')).toBe(unbroken('5 km'))
    expect(text(400, 'mi')).toBe(unbroken('400 m'))
    expect(text(1609.34, 'mi')).toBe(unbroken('1 mi'))
    expect(text(5000, 'mi')).toBe(unbroken('5000 m'))
  })

  it('comes back as the same distance from the editor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.constantFrom('km' as const, 'mi' as const),
        (cm, unit) => {
          const shown = plannedDistance(cm / 100, run(unit))
          expect(toMeters(Number(shown.text), shown.unit)).toBe(cm / 100)
        },
      ),
    )
  })
})

it('counts equal sets in a row together', () => {
  const set = { repsMin: 5, weight: 60, weightUnit: 'kg' }
  const ramp = line({ setList: [set, set, { repsMin: 5, isAmrap: true }] })
  expect(lineTexts(ramp, lift)).toEqual([
    { count: 2, text: unbroken('5 · 60 kg') },
    { count: 1, text: '5+' },
  ])
  expect(lineTexts(line({ sets: 4, repsMin: 8 }), lift)).toEqual([{ count: 4, text: '8' }])
})

describe('groups of sets in one line', () => {
  it('counts equal sets and lists reps where nothing else differs', () => {
    const text = (...groups: [count: number, text: string][]) =>
      setsText(groups.map(([count, text]) => ({ count, text }))).replaceAll('\u00a0', ' ')
    expect(text([3, '5 · 60 kg'])).toBe('3 × 5 · 60 kg')
    expect(text([1, '9 · 60 kg'], [2, '8 · 60 kg'])).toBe('9, 8, 8 · 60 kg')
    expect(text([1, '9'], [2, '8'])).toBe('9, 8, 8')
    expect(text([1, '5 · 60 kg'], [2, '5 · 80 kg'])).toBe('1 × 5 · 60 kg, 2 × 5 · 80 kg')
    expect(text([2, '5 · 60 kg'], [1, '5+ · 60 kg'])).toBe('2 × 5 · 60 kg, 1 × 5+ · 60 kg')
  })
})
