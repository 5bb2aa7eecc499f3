import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { trainingMaxes } from '@/lib/db/schema/library'
import { localDate } from '@/lib/domain/local-date'
import { parseWave, WAVE_PRESETS } from '@/lib/domain/wave-text'
import { formSchema } from '@/lib/transport/form-data'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { updateProfile } from '../profile/profile'
import { addProgram } from '../programs/add-program'
import { saveRoutine } from './edit-routine'
import { getRoutine, listTemplates } from './read-routines'
import { cloneRoutine, createRoutine } from './write-routines'

let database: TestDatabase
let ada: Actor
let benchId: string
let routineId: string

beforeAll(async () => {
  database = await createTestDatabase()
  benchId = await exerciseId('barbell-bench-press')
})
afterAll(() => database?.drop())
beforeEach(async () => {
  ada = await createPerson(database.db)
  routineId = (await callAs(ada, createRoutine, { name: 'Push' })).routineId
})

const lineOf = async (id = routineId) =>
  (await callAs(ada, getRoutine, { routineId: id })).blocks[0]?.exercises[0]

const document = (progression: object, more: object = {}) => ({
  ...{ routineId, name: 'Push' },
  blocks: [{ exercises: [{ exerciseId: benchId, weightUnit: 'kg', reps: '5', progression }] }],
  ...more,
})

/** Saves one line as the editor's form would: everything is text. */
async function save(progression: Record<string, string>, more: object = {}) {
  const input = formSchema(saveRoutine.input).safeParse(document(progression, more))
  if (!input.success) return input.error.issues.map(({ path }) => path.at(-1))
  await callAs(ada, saveRoutine, document(progression, more))
  return []
}

describe('the editor', () => {
  it.each([
    [{}, null],
    [{ kind: 'none', step: 'x', wave: 'nonsense' }, null],
    [{ kind: 'linear' }, { kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 }],
    [
      { kind: 'linear', step: '1,25', unit: 'kg', misses: '2', deloadPercent: '15', wave: '??' },
      { kind: 'linear', step: 1.25, unit: 'kg', misses: 2, deloadPercent: 15 },
    ],
    [
      { kind: 'double', unit: 'lb', misses: 'x' },
      { kind: 'double', step: 5, unit: 'lb' },
    ],
    [
      { kind: 'wave', step: '2.5', unit: 'kg', wave: '65x5 75x5+\r\n70x3' },
      { kind: 'wave', step: 2.5, unit: 'kg', weeks: parseWave('65x5 75x5+ / 70x3') },
    ],
    [
      { kind: 'wave', unit: 'kg', wavePreset: '531', wave: '' },
      { kind: 'wave', step: 2.5, unit: 'kg', weeks: parseWave(WAVE_PRESETS['531']) },
    ],
    [{ kind: 'rpe', step: 'x', trainingMax: 'x' }, { kind: 'rpe' }],
  ])('keeps the rule of %j', async (typed, rule) => {
    expect(await save(typed)).toEqual([])
    expect((await lineOf())?.progression).toEqual(rule)
  })

  it.each([
    ['step', { kind: 'linear', step: 'much' }],
    ['step', { kind: 'linear', step: '0' }],
    ['step', { kind: 'double', step: '2.125' }],
    ['misses', { kind: 'linear', misses: '0' }],
    ['misses', { kind: 'linear', misses: '1.5' }],
    ['deloadPercent', { kind: 'linear', deloadPercent: '95' }],
    ['wave', { kind: 'wave', wave: '' }],
    ['wave', { kind: 'wave', wave: '65x5 and more' }],
    ['trainingMax', { kind: 'wave', wavePreset: '531', trainingMax: 'heavy' }],
    ['trainingMax', { kind: 'wave', wavePreset: '531', trainingMax: '0' }],
    ['trainingMax', { kind: 'wave', wavePreset: '531', trainingMax: '1501' }],
  ])('refuses a bad %s and changes nothing', async (field, typed) => {
    await save({ kind: 'rpe' })
    expect(await save(typed)).toEqual([field])
    await expect(callAs(ada, saveRoutine, document(typed))).rejects.toMatchObject({
      fields: { [`blocks[0].exercises[0].progression.${field}`]: [{ key: expect.any(String) }] },
    })
    expect((await lineOf())?.progression).toEqual({ kind: 'rpe' })
  })

  it('keeps the rule of a line that is taken out and put back', async () => {
    const rule = { kind: 'linear', step: '5' }
    const taken = await callAs(ada, saveRoutine, document(rule, { intent: 'remove:0:0' }))
    await callAs(ada, saveRoutine, {
      ...{ routineId, name: 'Push', blocks: [{ exercises: [] }] },
      ...{ intent: 'undo', removed: taken.removed?.json },
    })
    expect((await lineOf())?.progression).toMatchObject({ kind: 'linear', step: 5 })
  })
})

describe('a training max', () => {
  const wave = { kind: 'wave', wavePreset: '531' }
  const stored = () =>
    database.db.select().from(trainingMaxes).where(eq(trainingMaxes.userId, ada.userId))

  it('is set from today on when another one is typed, and taken away with its field', async () => {
    await save({ ...wave, trainingMax: '102,5', trainingMaxUnit: 'kg' })
    const since = localDate({ instant: new Date(), ...ada })
    expect(await stored()).toMatchObject([{ exerciseId: benchId, value: 102.5, unit: 'kg', since }])
    expect((await lineOf())?.trainingMax).toEqual({ value: 102.5, unit: 'kg' })
    await save({ ...wave, trainingMax: '105', shownTrainingMax: '102.5' })
    expect(await stored()).toMatchObject([{ value: 105 }])
    await save({ ...wave, trainingMax: '', shownTrainingMax: '105' })
    expect(await stored()).toEqual([])
  })

  it('stays as it is when its field says what it was shown with, or is none of a wave', async () => {
    await save({ ...wave, trainingMax: '100' })
    const [before] = await stored()
    await save({ ...wave, trainingMax: '100', shownTrainingMax: '100' })
    await save({ kind: 'linear', trainingMax: '200', shownTrainingMax: '100' })
    await save({ ...wave, trainingMax: '', shownTrainingMax: '' })
    expect(await stored()).toEqual([before])
  })

  it('is shown in the unit of the rule', async () => {
    await save({ ...wave, unit: 'lb', trainingMax: '100', trainingMaxUnit: 'kg' })
    expect((await lineOf())?.trainingMax).toEqual({ value: 220.46, unit: 'lb' })
  })

  it('is not set for an exercise that goes with the same press', async () => {
    const typed = document({ ...wave, trainingMax: '100' }, { intent: 'remove:0:0' })
    await callAs(ada, saveRoutine, typed)
    expect(await stored()).toEqual([])
  })
})

it('comes along with a copy of a routine or a template', async () => {
  await save({ kind: 'linear', step: '5' })
  const copy = await callAs(ada, cloneRoutine, { routineId })
  expect((await lineOf(copy.routineId))?.progression).toMatchObject({ kind: 'linear', step: 5 })
  const { templates } = await callAs(ada, listTemplates, {})
  const template = templates.find(({ name }) => name === 'StrongLifts 5×5, workout A')
  const own = await callAs(ada, cloneRoutine, { routineId: template?.id })
  expect((await lineOf(own.routineId))?.progression).toEqual({
    ...{ kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 },
  })
})

describe('the step of a rule', () => {
  const ruleOf = async (actor: Actor, id: string | undefined) =>
    (await callAs(actor, getRoutine, { routineId: id })).blocks[0]?.exercises[0]?.progression

  it('is 5 lb when a person who uses pounds reads, copies or adds a built-in routine', async () => {
    const pat = { ...ada, weightUnit: 'lb' as const }
    const { templates } = await callAs(pat, listTemplates, {})
    const template = templates.find(({ name }) => name === 'StrongLifts 5×5, workout A')
    const copy = await callAs(pat, cloneRoutine, { routineId: template?.id })
    const added = await callAs(pat, addProgram, { slug: 'stronglifts-5x5', days: [1, 3, 5] })
    for (const id of [template?.id, copy.routineId, added.routineIds[0]])
      expect(await ruleOf(pat, id)).toMatchObject({ kind: 'linear', step: 5, unit: 'lb' })
  })

  it('changes with the unit of its owner, and back, unless it was said in the other one', async () => {
    await save({ kind: 'linear', step: '1.25' })
    const other = (await callAs(ada, createRoutine, { name: 'Pull' })).routineId
    const said = { ...document({ kind: 'double', step: '2.5', unit: 'lb' }), routineId: other }
    await callAs(ada, saveRoutine, said)
    const { name, distanceUnit, timeZone, firstDayOfWeek, dayCutoffHour } = ada
    const profile = { name, distanceUnit, timeZone, firstDayOfWeek, dayCutoffHour }
    const rules = async (weightUnit: 'kg' | 'lb') => {
      await callAs(ada, updateProfile, { ...profile, weightUnit, bodyWeightUnit: 'kg' })
      return [await ruleOf(ada, routineId), await ruleOf(ada, other)]
    }
    const pounds = { step: 2.5, unit: 'lb' }
    expect(await rules('lb')).toMatchObject([{ kind: 'linear', misses: 3, ...pounds }, pounds])
    const kilograms = { step: 1.25, unit: 'kg' }
    expect(await rules('kg')).toMatchObject([kilograms, kilograms])
  })
})
