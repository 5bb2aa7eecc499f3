import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { dayOfWeek, localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { getDashboard } from '../dashboard/get-dashboard'
import { listTemplates } from '../routines/read-routines'
import {
  archiveRoutine,
  createRoutine,
  deleteRoutine,
  restoreRoutine,
  unarchiveRoutine,
} from '../routines/write-routines'
import { getSchedule, putSchedule } from './schedule'

let database: TestDatabase
let ada: Actor
let push: string
let pull: string

const create = async (actor: Actor, name: string) =>
  (await callAs(actor, createRoutine, { name })).routineId

beforeAll(async () => {
  database = await createTestDatabase()
  ada = await createPerson(database.db)
  push = await create(ada, 'Push')
  pull = await create(ada, 'Pull')
})
afterAll(() => database?.drop())

const read = async (actor = ada) =>
  (await callAs(actor, getSchedule, {})).entries.map(({ id: _, ...entry }) => entry)

describe('the week', () => {
  it('is replaced as a whole, by day and time, rows without a routine left out', async () => {
    const entries = [
      { dayOfWeek: 3, routineId: pull, time: '18:30' },
      { dayOfWeek: 3, routineId: push, time: '07:05' },
      { dayOfWeek: 0, routineId: push },
      { dayOfWeek: 5, routineId: null, time: '10:00' },
    ]
    await callAs(ada, putSchedule, { entries })
    await callAs(ada, putSchedule, { entries })
    expect(await read()).toEqual([
      { dayOfWeek: 0, routineId: push, name: 'Push', time: null, estimatedMinutes: null },
      { dayOfWeek: 3, routineId: push, name: 'Push', time: '07:05', estimatedMinutes: null },
      { dayOfWeek: 3, routineId: pull, name: 'Pull', time: '18:30', estimatedMinutes: null },
    ])
    await callAs(ada, putSchedule, {})
    expect(await read()).toEqual([])
  })

  it('takes ten writers at once and keeps one of their weeks', async () => {
    const weeks = Array.from({ length: 10 }, (_, n) => [{ dayOfWeek: n % 7, routineId: push }])
    await Promise.all(weeks.map((entries) => callAs(ada, putSchedule, { entries })))
    expect(await read()).toHaveLength(1)
  })

  it.each([
    ['dayOfWeek', { dayOfWeek: 7 }],
    ['time', { time: '24:00' }],
    ['time', { time: 'noon' }],
    ['routineId', { routineId: 'push' }],
  ])('refuses a bad %s and changes nothing', async (field, more) => {
    await callAs(ada, putSchedule, { entries: [{ dayOfWeek: 1, routineId: push }] })
    const entries = [{ dayOfWeek: 2, routineId: pull, ...more }]
    await expect(callAs(ada, putSchedule, { entries })).rejects.toMatchObject({
      code: 'validation',
      fields: { [`entries[0].${field}`]: expect.any(Array) },
    })
    expect(await read()).toMatchObject([{ dayOfWeek: 1, routineId: push }])
  })

  it('refuses the same routine twice on a day', async () => {
    const entry = { dayOfWeek: 1, routineId: push }
    await expect(
      callAs(ada, putSchedule, { entries: [entry, { ...entry, time: '08:00' }] }),
    ).rejects.toMatchObject({ fields: { 'entries[1].routineId': [{ key: 'twiceThatDay' }] } })
  })

  it('refuses more than fifty rows', async () => {
    const entries = Array.from({ length: 51 }, () => ({ dayOfWeek: 1 }))
    await expect(callAs(ada, putSchedule, { entries })).rejects.toMatchObject({
      fields: { entries: [{ key: 'tooMany', values: { limit: 50 } }] },
    })
  })

  it('plans own routines alone: no template, nothing deleted, nothing of others', async () => {
    const { templates } = await callAs(ada, listTemplates, {})
    const gone = await create(ada, 'Gone')
    await callAs(ada, deleteRoutine, { routineId: gone })
    const foreign = await create(await createPerson(database.db), 'Foreign')
    for (const routineId of [templates[0]?.id, gone, foreign]) {
      await expect(
        callAs(ada, putSchedule, { entries: [{ dayOfWeek: 1, routineId }] }),
      ).rejects.toMatchObject({ key: 'planNotFound' })
    }
  })

  it('leaves out what was archived or deleted, and has it again when it comes back', async () => {
    const person = await createPerson(database.db)
    const routineId = await create(person, 'Push')
    const week = { entries: [{ dayOfWeek: 1, routineId }] }
    await callAs(person, putSchedule, week)
    await callAs(person, archiveRoutine, { routineId })
    expect(await read(person)).toEqual([])
    await expect(callAs(person, putSchedule, week)).rejects.toMatchObject({ code: 'not_found' })
    await callAs(person, putSchedule, {})
    await callAs(person, unarchiveRoutine, { routineId })
    await callAs(person, deleteRoutine, { routineId })
    await callAs(person, putSchedule, {})
    await callAs(person, restoreRoutine, { routineId })
    expect(await read(person)).toMatchObject(week.entries)
  })
})

it('is what the first page shows for today', async () => {
  const person = await createPerson(database.db)
  const routineId = await create(person, 'Push')
  const today = dayOfWeek(localDate({ instant: new Date(), ...person }))
  const entries = [{ dayOfWeek: today, routineId, time: '06:00' }]
  await callAs(person, putSchedule, { entries })
  const { planned, next } = await callAs(person, getDashboard, {})
  expect(planned).toMatchObject([{ routineId, name: 'Push', time: '06:00', isDone: false }])
  expect(next).toMatchObject({ routineId })
})
