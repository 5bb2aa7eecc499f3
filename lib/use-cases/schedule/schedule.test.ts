import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { addDays, dayOfWeek, localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first } from '@/tests/helpers/workouts'
import { getDashboard } from '../dashboard/get-dashboard'
import { listTemplates } from '../routines/read-routines'
import {
  archiveRoutine,
  createRoutine,
  deleteRoutine,
  restoreRoutine,
  unarchiveRoutine,
} from '../routines/write-routines'
import { completeWorkout, deleteWorkout } from '../workouts/finish-workout'
import { logSet } from '../workouts/log-set'
import { getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
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
    expect(await read()).toMatchObject([
      { dayOfWeek: 0, routineId: push, name: 'Push', time: null, isActive: true },
      { dayOfWeek: 3, routineId: push, name: 'Push', time: '07:05', isActive: true },
      { dayOfWeek: 3, routineId: pull, name: 'Pull', time: '18:30', isActive: true },
    ])
    await callAs(ada, putSchedule, {})
    expect(await read()).toEqual([])
  })

  it('keeps a paused entry and does not suggest it', async () => {
    const person = await createPerson(database.db)
    const routineId = await create(person, 'Push')
    const dayToday = dayOfWeek(localDate({ instant: new Date(), ...person }))
    const week = (isActive: boolean) =>
      callAs(person, putSchedule, { entries: [{ dayOfWeek: dayToday, routineId, isActive }] })
    await week(false)
    expect(await read(person)).toMatchObject([{ routineId, isActive: false }])
    expect((await callAs(person, getDashboard, {})).planned).toEqual([])
    await week(true)
    expect((await callAs(person, getDashboard, {})).planned).toMatchObject([{ routineId }])
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

describe('a week in order', () => {
  const day = (back: number) => addDays(localDate({ instant: new Date(), ...ada }), -back)

  /** A workout of the routine, finished so many days ago. */
  async function train(actor: Actor, routineId: string, back: number) {
    const date = back === 0 ? undefined : day(back)
    const { id } = await callAs(actor, startWorkout, { routineId, date })
    const set = first(first((await callAs(actor, getWorkout, { id })).exercises).sets)
    await callAs(actor, logSet, change(set, { durationSeconds: 30 }))
    await callAs(actor, completeWorkout, { sessionId: id })
    return id
  }

  async function personWithWeek() {
    const person = await createPerson(database.db)
    const lines = [{ exerciseId: await exerciseId('plank'), durationSeconds: 30 }]
    const make = async (name: string) =>
      (await callAs(person, createRoutine, { name, blocks: [{ exercises: lines }] })).routineId
    const [a, b, c] = [await make('A'), await make('B'), await make('C')]
    const today = dayOfWeek(day(0))
    // C stands on today's weekday, whatever day it is; the week begins two days before.
    const entries = [
      { dayOfWeek: (today + 5) % 7, routineId: a, time: '07:00' },
      { dayOfWeek: (today + 6) % 7, routineId: b },
      { dayOfWeek: today, routineId: c },
    ]
    const actor = { ...person, firstDayOfWeek: (today + 5) % 7 }
    await callAs(actor, putSchedule, { entries, mode: 'sequential' })
    return { actor, entries, a, b, c }
  }

  const plan = async (actor: Actor) => {
    const { planned, next } = await callAs(actor, getDashboard, {})
    return { planned: planned.map(({ name, isDone }) => [name, isDone]), next: next?.name }
  }

  it('begins with its first workout and does not skip a missed day', async () => {
    const { actor, a } = await personWithWeek()
    expect(await plan(actor)).toEqual({ planned: [['A', false]], next: 'B' })
    await train(actor, a, 3)
    expect(await plan(actor)).toEqual({ planned: [['B', false]], next: 'C' })
  })

  it('rests between its days, unless one was missed', async () => {
    const { actor, a, b } = await personWithWeek()
    const today = dayOfWeek(day(0))
    const entries = [
      { dayOfWeek: (today + 6) % 7, routineId: a },
      { dayOfWeek: (today + 1) % 7, routineId: b },
    ]
    await callAs(actor, putSchedule, { entries })
    const sessionId = await train(actor, a, 1)
    expect(await plan(actor)).toEqual({ planned: [], next: 'B' })
    await callAs(actor, deleteWorkout, { sessionId })
    await train(actor, a, 2)
    expect(await plan(actor)).toEqual({ planned: [['B', false]], next: 'A' })
  })

  it('takes turns between A and B when the week is A, B, A', async () => {
    const { actor, a, b } = await personWithWeek()
    const entries = [a, b, a].map((routineId, at) => {
      return { dayOfWeek: (actor.firstDayOfWeek + at) % 7, routineId }
    })
    await callAs(actor, putSchedule, { entries })
    await train(actor, a, 3)
    expect(await plan(actor)).toEqual({ planned: [['B', false]], next: 'A' })
    await train(actor, b, 2)
    await train(actor, a, 1)
    expect(await plan(actor)).toEqual({ planned: [['B', false]], next: 'A' })
  })

  it('shows what was done today as done, and what comes after it as next', async () => {
    const { actor, a, b, c } = await personWithWeek()
    await train(actor, a, 4)
    await train(actor, b, 0)
    expect(await plan(actor)).toEqual({ planned: [['B', true]], next: 'C' })
    await train(actor, c, 0)
    expect(await plan(actor)).toEqual({ planned: [['C', true]], next: 'A' })
  })

  it('follows a workout that is deleted', async () => {
    const { actor, a, b } = await personWithWeek()
    await train(actor, a, 4)
    const sessionId = await train(actor, b, 2)
    expect(await plan(actor)).toEqual({ planned: [['C', false]], next: 'A' })
    await callAs(actor, deleteWorkout, { sessionId })
    expect(await plan(actor)).toEqual({ planned: [['B', false]], next: 'C' })
  })

  it('goes by the days again when it is told to, and keeps its mode when it is told nothing', async () => {
    const { actor, entries, a } = await personWithWeek()
    await train(actor, a, 3)
    await callAs(actor, putSchedule, { entries })
    expect((await callAs(actor, getSchedule, {})).mode).toBe('sequential')
    await callAs(actor, putSchedule, { entries, mode: 'calendar' })
    expect((await callAs(actor, getSchedule, {})).mode).toBe('calendar')
    expect(await plan(actor)).toMatchObject({ planned: [['C', false]] })
  })

  it('has no plan without a week', async () => {
    const { actor } = await personWithWeek()
    await callAs(actor, putSchedule, { entries: [] })
    expect(await plan(actor)).toEqual({ planned: [] })
  })
})
