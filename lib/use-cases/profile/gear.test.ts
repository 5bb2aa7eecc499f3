import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { USUAL_GEAR } from '@/lib/domain/usual-gear'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { getGear, resetGear, saveGear } from './gear'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createTestDatabase()
  person = await createPerson(test.db)
})
afterAll(() => test.drop())

const withoutDumbbells = { dumbbells: [] }
const usual = {
  kg: { ...USUAL_GEAR.kg, ...withoutDumbbells },
  lb: { ...USUAL_GEAR.lb, ...withoutDumbbells },
  restSeconds: 120,
}
const posted = { ...USUAL_GEAR, restSeconds: 120 }
const home = { bar: 15, plates: [{ weight: 10, count: 2 }] }
const save = (about: object = {}) => callAs(person, saveGear, { ...posted, ...about })
const read = (actor = person) => callAs(actor, getGear, {})

describe('gear', () => {
  it('is that of most gyms until it is said, and again after a reset', async () => {
    const other = await createPerson(test.db)
    expect(await read()).toEqual({ ...usual, isUsual: true })
    await save({ kg: home, restSeconds: 0 })
    expect(await read()).toEqual({
      ...usual,
      kg: { ...home, ...withoutDumbbells },
      restSeconds: 0,
      isUsual: false,
    })
    expect(await read(other)).toEqual({ ...usual, isUsual: true })
    await callAs(person, resetGear, {})
    expect(await read()).toEqual({ ...usual, restSeconds: 0, isUsual: true })
    await save({ kg: home })
    await save()
    expect(await read()).toEqual({ ...usual, isUsual: true })
  })

  it('keeps a list of dumbbells as it is typed, each once and lightest first', async () => {
    for (const [dumbbells, expected] of [
      ['10, 12, 12.5, 14', [10, 12, 12.5, 14]],
      ['14 12,5 12; 10 12', [10, 12, 12.5, 14]],
      ['10,12,14', [10, 12, 14]],
    ] as const) {
      await save({ kg: { ...home, dumbbells } })
      expect((await read()).kg.dumbbells).toEqual(expected)
    }
    await save()
  })

  it('comes back heaviest first, without the rows that were left empty', async () => {
    const weights = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(weights, fc.integer({ min: 0, max: 10_000 }), async (hundredths, bar) => {
        const plates = hundredths.map((weight, index) => ({ weight: weight / 100, count: index }))
        const blank = plates.length < 15 ? [{ weight: null }] : []
        await save({ kg: { bar: bar / 100, plates: [...blank, ...plates] } })
        const sorted = plates.toSorted((a, b) => b.weight - a.weight)
        expect((await read()).kg).toEqual({ bar: bar / 100, plates: sorted, ...withoutDumbbells })
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    [{ kg: { ...home, bar: 100.5 } }, { 'kg.bar': 'atMost' }],
    [{ lb: { ...home, bar: 220.5 } }, { 'lb.bar': 'atMost' }],
    [{ kg: { ...home, bar: -1 } }, { 'kg.bar': 'atLeast' }],
    [{ kg: { ...home, bar: 20.411 } }, { 'kg.bar': 'twoDecimals' }],
    [{ kg: { plates: [] } }, { 'kg.bar': 'required' }],
    [{ kg: { bar: 20, plates: [{ weight: 0, count: 2 }] } }, { 'kg.plates[0].weight': 'atLeast' }],
    [{ kg: { bar: 20, plates: [{ weight: 101, count: 2 }] } }, { 'kg.plates[0].weight': 'atMost' }],
    [{ kg: { bar: 20, plates: [{ weight: 5, count: 41 }] } }, { 'kg.plates[0].count': 'atMost' }],
    [
      { kg: { bar: 20, plates: [{ weight: 5, count: 1.5 }] } },
      { 'kg.plates[0].count': 'wholeNumber' },
    ],
    [{ kg: { bar: 20, plates: [{ weight: 5 }] } }, { 'kg.plates[0].count': 'required' }],
    [{ kg: { bar: 20, plates: [{ count: 5 }] } }, { 'kg.plates[0].weight': 'required' }],
    [
      { lb: { bar: 45, plates: [...home.plates, ...home.plates] } },
      { 'lb.plates[1].weight': 'plateTwice' },
    ],
    [
      {
        kg: {
          bar: 20,
          plates: Array.from({ length: 16 }, (_, at) => ({ weight: at + 1, count: 2 })),
        },
      },
      { 'kg.plates': 'tooMany' },
    ],
    [{ kg: { ...home, dumbbells: '10, heavy' } }, { 'kg.dumbbells': 'dumbbells' }],
    [{ kg: { ...home, dumbbells: '600' } }, { 'kg.dumbbells': 'dumbbells' }],
    [{ restSeconds: 601 }, { restSeconds: 'atMost' }],
    [{ restSeconds: -1 }, { restSeconds: 'atLeast' }],
  ])('refuses %j in words and changes nothing', async (about, expected) => {
    const before = await read()
    const error = await save(about).then(
      () => null,
      (thrown) => thrown,
    )
    const fields: Record<string, { key: string }[]> = error?.fields ?? {}
    expect(
      Object.fromEntries(Object.entries(fields).map(([path, [first]]) => [path, first?.key])),
    ).toEqual(expected)
    expect(await read()).toEqual(before)
  })
})
