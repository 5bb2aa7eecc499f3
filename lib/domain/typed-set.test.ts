import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { trackingSchema } from '@/lib/schemas/exercise'
import { isCoverable, tooFar, typedDistanceShape } from '@/lib/schemas/plan'
import { figuresShape, isLiftable } from '@/lib/schemas/workout'
import { toValidationError } from '@/lib/transport/describe-error'
import { formSchema } from '@/lib/transport/form-data'
import { distanceUnitFor } from './set-fields'
import { TOO_HEAVY } from './set-limits'
import { fieldText } from './set-text'
import { parseTypedSet, type TypedTexts } from './typed-set'

const about = { tracking: 'weight_reps', weightUnit: 'kg', distanceUnit: 'km' } as const
const parse = (texts: TypedTexts, more: Partial<Parameters<typeof parseTypedSet>[1]> = {}) =>
  parseTypedSet(texts, { ...about, ...more })
const nothing = {
  ...{ weight: null, reps: null, durationSeconds: null, distanceMeters: null, rpe: null },
}
const aboutSets = fc.record({
  tracking: fc.constantFrom(...trackingSchema.options),
  weightUnit: fc.constantFrom('kg' as const, 'lb' as const),
  distanceUnit: fc.constantFrom('km' as const, 'mi' as const),
})

describe('a typed row', () => {
  it.each([
    [{}, {}],
    [{ weight: '', reps: '  ' }, {}],
    [
      { weight: '82,5', reps: '5', rpe: '8,5' },
      { weight: 82.5, reps: 5, rpe: 8.5 },
    ],
    [{ weight: '+10' }, { weight: 10 }],
    [{ weight: '-0' }, { weight: 0 }],
    [
      { weight: '1500', reps: '877' },
      { weight: 1500, reps: 877 },
    ],
  ] as const)('%j', (texts, values) => {
    expect(parse(texts)).toEqual({ values: { ...nothing, ...values }, issues: {} })
  })

  it.each([
    ['100x8', { weight: 100, reps: 8 }],
    ['100 x 8 @9', { weight: 100, reps: 8, rpe: 9 }],
    ['100×8@8,5', { weight: 100, reps: 8, rpe: 8.5 }],
    ['102,5*5', { weight: 102.5, reps: 5 }],
    ['100X8 @ 9', { weight: 100, reps: 8, rpe: 9 }],
    ['100@9', { weight: 100, rpe: 9 }],
    ['1 000,5 x 3', { weight: 1000.5, reps: 3 }],
  ])('says all in its first field: %s', (weight, values) => {
    expect(parse({ weight })).toEqual({ values: { ...nothing, ...values }, issues: {} })
  })

  it.each([
    ['bodyweight_reps', { reps: '8@9' }, { reps: 8, rpe: 9 }],
    ['reps', { reps: '50' }, { reps: 50 }],
    ['duration', { durationSeconds: '1:30@7' }, { durationSeconds: 90, rpe: 7 }],
    ['weight_duration', { weight: '20x1:30@7' }, { weight: 20, durationSeconds: 90, rpe: 7 }],
    [
      'distance_duration',
      { distance: '5,2x26:00' },
      { distanceMeters: 5200, durationSeconds: 1560 },
    ],
    ['weight_distance', { weight: '40x25' }, { weight: 40, distanceMeters: 25 }],
    ['assisted_bodyweight', { weight: '-20x6' }, { weight: 20, reps: 6 }],
    ['assisted_bodyweight', { weight: '−20' }, { weight: 20 }],
    ['weighted_bodyweight', { weight: '+12,5 x 4' }, { weight: 12.5, reps: 4 }],
  ] as const)('on %s: %j', (tracking, texts, values) => {
    expect(parse(texts, { tracking })).toEqual({ values: { ...nothing, ...values }, issues: {} })
  })

  it('has what the first field says before what stands in the others, which stay otherwise', () => {
    const rest = { reps: '3', rpe: '6' }
    expect(parse({ weight: '100x8', ...rest }).values).toMatchObject({ reps: 8, rpe: 6 })
    expect(parse({ weight: '100@9', ...rest }).values).toMatchObject({ reps: 3, rpe: 9 })
  })

  it.each([
    [{ weight: '100x' }, { weight: { key: 'number' } }],
    [{ weight: 'x8' }, { weight: { key: 'number' } }],
    [{ weight: '100x8x3' }, { weight: { key: 'number' } }],
    [{ weight: '100@8@9' }, { weight: { key: 'number' } }],
    [{ weight: '100x8@' }, { weight: { key: 'number' } }],
    [{ weight: '100x8,5' }, { reps: { key: 'wholeNumber' } }],
    [{ weight: '100x8@11' }, { rpe: { key: 'atMost', values: { limit: 10 } } }],
    [{ weight: '-5' }, { weight: { key: 'atLeast', values: { limit: 0 } } }],
    [{ weight: '1500,01' }, { weight: { key: 'weightTooHeavy' } }],
    [{ weight: '82.555' }, { weight: { key: 'twoDecimals' } }],
    [{ reps: '1001' }, { reps: { key: 'atMost', values: { limit: 1000 } } }],
    [{ reps: 'many' }, { reps: { key: 'number' } }],
    [
      { durationSeconds: '24:00:01' },
      { durationSeconds: { key: 'atMost', values: { limit: '24:00:00' } } },
    ],
    [{ durationSeconds: '59,5' }, { durationSeconds: { key: 'duration' } }],
    [{ distance: '500,01' }, { distance: { key: 'distanceTooLong' } }],
    [{ distance: '5.123' }, { distance: { key: 'twoDecimals' } }],
    [{ rpe: '8.3' }, { rpe: { key: 'step', values: { limit: 0.5 } } }],
    [{ rpe: '0' }, { rpe: { key: 'atLeast', values: { limit: 1 } } }],
  ] as const)('refuses %j in words', (texts, issues) => {
    const parsed = parse(texts)
    expect(parsed.issues).toEqual(issues)
    for (const field of Object.keys(issues))
      expect(parsed.values[field === 'distance' ? 'distanceMeters' : (field as 'reps')]).toBeNull()
  })

  it('takes pounds to their own limit', () => {
    expect(parse({ weight: '3306' }, { weightUnit: 'lb' }).values.weight).toBe(3306)
    expect(parse({ weight: '3306.5' }, { weightUnit: 'lb' }).issues).toEqual({
      weight: TOO_HEAVY.lb,
    })
  })
})

describe('a distance that was shown', () => {
  const run = { tracking: 'distance_duration', distanceUnit: 'mi' } as const

  it.each([
    ['6.21', 10_000],
    ['6,21', 10_000],
    ['6.22', 10_010.12],
    ['', null],
  ])('stays what it was until another is typed: %s', (distance, meters) => {
    expect(parse({ distance, distanceMeters: 10_000 }, run).values.distanceMeters).toBe(meters)
  })

  it('reads back exactly, whatever was kept', () => {
    fc.assert(
      fc.property(aboutSets, hundredths(50_000_000), (sets, distanceMeters) => {
        const figures = { weight: null, reps: null, durationSeconds: null, distanceMeters }
        const unit = distanceUnitFor(sets.tracking, sets.distanceUnit)
        const distance = fieldText({ ...figures, weightUnit: 'kg' }, 'distance', unit)
        expect(parse({ distance, distanceMeters }, sets).values).toMatchObject({ distanceMeters })
      }),
    )
  })
})

const hundredths = (max: number) => fc.integer({ min: 0, max }).map((value) => value / 100)

describe('whatever is typed', () => {
  it('reads back what a set shows, with comma or dot, in its fields or in one', () => {
    fc.assert(
      fc.property(
        aboutSets,
        fc.record({
          weight: fc.option(hundredths(150_000)),
          reps: fc.option(fc.integer({ min: 0, max: 1000 })),
          durationSeconds: fc.option(fc.integer({ min: 0, max: 86_400 })),
          distance: fc.option(hundredths(30_000)),
          rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
        }),
        fc.constantFrom('.', ','),
        (sets, { distance, rpe, ...figures }, mark) => {
          const unit = distanceUnitFor(sets.tracking, sets.distanceUnit)
          const typed = distance === null ? {} : { distance: String(distance) }
          const { distanceMeters } = parse(typed, sets).values
          const set = { ...figures, distanceMeters, weightUnit: sets.weightUnit }
          const shown = (field: 'weight' | 'reps' | 'durationSeconds' | 'distance') =>
            fieldText(set, field, unit).replace('.', mark)
          const texts = {
            ...{ weight: shown('weight'), reps: shown('reps'), distance: shown('distance') },
            ...{ durationSeconds: shown('durationSeconds'), rpe: rpe === null ? '' : String(rpe) },
          }
          const values = { ...figures, distanceMeters, rpe }
          expect(parse(texts, sets)).toEqual({ values, issues: {} })
          if (sets.tracking === 'weight_reps' && texts.weight && texts.reps && texts.rpe) {
            const { weight, reps, ...rest } = texts
            const all = { ...rest, weight: `${weight} x ${reps} @${texts.rpe}`, rpe: '' }
            expect(parse(all, sets)).toEqual({ values, issues: {} })
          }
        },
      ),
    )
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,:x×*@+-− \0\ud800e'.split('')) }),
    fc.constantFrom('NaN', '1e308', 'Infinity', '٣', '\ud800', '\udfff\0', '9'.repeat(400)),
  )
  const anyTexts = fc.record(
    { weight: anyText, reps: anyText, durationSeconds: anyText, distance: anyText, rpe: anyText },
    { requiredKeys: [] },
  )

  it('is a value that is kept, or an issue', () => {
    const kept = z
      .object({ ...figuresShape, distanceMeters: z.number().min(0).max(500_000).nullable() })
      .refine(isLiftable)
    fc.assert(
      fc.property(anyTexts, aboutSets, (texts, sets) => {
        const { values, issues } = parse(texts, sets)
        kept.parse({ ...values, weightUnit: sets.weightUnit })
        for (const value of Object.values(values)) expect(Object.is(value, -0)).toBe(false)
        for (const issue of Object.values(issues)) expect(issue.key).toMatch(/^[a-z]/i)
      }),
      { numRuns: 1000 },
    )
  })

  it('is answered as the forms answer it, but for the shorthand', () => {
    const schema = z
      .strictObject({ ...figuresShape, ...typedDistanceShape })
      .refine(isLiftable, { path: ['weight'], params: { key: 'weightTooHeavy' } })
      .refine(isCoverable, tooFar)
    const number = fc.oneof(
      fc.integer({ min: -200_000, max: 500_000 }).map((hundredths) => String(hundredths / 100)),
      fc.constantFrom(
        '',
        ' ',
        '59,5',
        '8.25',
        '1:30',
        '1:75',
        'abc',
        '0',
        '1500',
        '82.555',
        '-1.5',
        '600000',
      ),
    )
    const texts = fc.record({
      ...{ weight: number, reps: number, durationSeconds: number, distance: number, rpe: number },
    })
    const sets = aboutSets.filter(({ tracking }) => tracking !== 'assisted_bodyweight')
    fc.assert(
      fc.property(texts, sets, (typed, row) => {
        const { tracking, weightUnit } = row
        const distanceUnit = distanceUnitFor(tracking, row.distanceUnit)
        const form = { ...typed, weightUnit, distanceUnit }
        const { success, error } = formSchema(schema).safeParse(form)
        const fields = success ? {} : toValidationError(error, form).fields
        const { issues } = parse(typed, row)
        for (const [field, [message]] of Object.entries(fields))
          expect(issues).toHaveProperty(field, message)
        // Of several flaws the schema may name those of the whole set only when the others are gone.
        if (success) expect(issues).toEqual({})
      }),
      { numRuns: 1000 },
    )
  })

  it('does not hold anybody up', () => {
    for (const filler of ['x', '@', '1x', '9', ' ', '1:', '.', '1 ', '×@', '\ud800']) {
      const text = `${filler.repeat(50_000 / filler.length)}?`
      expect(parse({ weight: text, reps: text, durationSeconds: text }).issues).not.toEqual({})
    }
  })
})
