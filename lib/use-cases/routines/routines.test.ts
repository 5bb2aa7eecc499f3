import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { routineBlocks, routines } from '@/lib/db/schema/library'
import { localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first } from '@/tests/helpers/workouts'
import { completeWorkout, deleteWorkout, discardWorkout } from '../workouts/finish-workout'
import { logSet } from '../workouts/log-set'
import { getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
import { addRoutineExercise, saveRoutine } from './edit-routine'
import { getRoutine, listRoutines, listTemplates } from './read-routines'
import {
  archiveRoutine,
  cloneRoutine,
  createRoutine,
  deleteRoutine,
  restoreRoutine,
  unarchiveRoutine,
} from './write-routines'

let database: TestDatabase
let ada: Actor
let benchId: string

beforeAll(async () => {
  database = await createTestDatabase()
  benchId = await exerciseId('barbell-bench-press')
  ada = await createPerson(database.db)
})
afterAll(() => database?.drop())

const create = async (actor: Actor, document: object = {}) =>
  (await callAs(actor, createRoutine, { name: 'Push', ...document })).routineId

const read = (actor: Actor, routineId: string) => callAs(actor, getRoutine, { routineId })

const typed = (more: object = {}) => ({ exerciseId: benchId, weightUnit: 'kg', ...more })

const save = (routineId: string, ...lines: object[]) =>
  callAs(ada, saveRoutine, { routineId, name: 'Push', blocks: [{ exercises: lines }] })

describe('copies', () => {
  it('are deep, named after the original and go their own way', async () => {
    const routineId = await create(ada, { name: 'Legs' })
    await save(routineId, typed({ setList: [{ weightUnit: 'kg', reps: '3' }] }))
    const copy = await callAs(ada, cloneRoutine, { routineId })
    await callAs(ada, saveRoutine, { routineId, name: 'Emptied' })
    const { name, blocks } = await read(ada, copy.routineId)
    expect(name).toBe('Push (Copy)')
    expect(blocks[0]?.exercises[0]?.setList).toMatchObject([{ repsMin: 3 }])
  })

  it('of a name of full length keep whole characters', async () => {
    const routineId = await create(ada, { name: '🏋'.repeat(50) })
    const copy = await callAs(ada, cloneRoutine, { routineId })
    expect((await read(ada, copy.routineId)).name).toMatch(/^🏋+ \(Copy\)$/u)
  })

  it('of a template keep its name and belong to the person', async () => {
    const { templates } = await callAs(ada, listTemplates, {})
    const [template] = templates
    if (!template) throw new Error('No templates')
    expect(templates.length).toBeGreaterThanOrEqual(30)
    const { routineId } = await callAs(ada, cloneRoutine, { routineId: template.id })
    const [original, copy] = [await read(ada, template.id), await read(ada, routineId)]
    expect(copy).toMatchObject({ name: template.name, isOwn: true })
    expect(copy.blocks).toEqual(original.blocks)
    expect(original.isOwn).toBe(false)
  })

  it('templates themselves cannot be changed, archived or deleted', async () => {
    const { templates } = await callAs(ada, listTemplates, {})
    const routineId = templates[0]?.id
    const notMine = { code: 'not_found' }
    await expect(callAs(ada, deleteRoutine, { routineId })).rejects.toMatchObject(notMine)
    await expect(callAs(ada, archiveRoutine, { routineId })).rejects.toMatchObject(notMine)
    await expect(callAs(ada, saveRoutine, { routineId, name: 'x' })).rejects.toMatchObject(notMine)
  })
})

/** A finished workout of this routine. */
async function train(person: Actor, routineId: string): Promise<string> {
  const { id } = await callAs(person, startWorkout, { routineId })
  const log = first((await callAs(person, getWorkout, { id })).exercises)
  await callAs(person, logSet, change(first(log.sets), { weight: 80, reps: 5 }))
  await callAs(person, completeWorkout, { sessionId: id })
  return id
}

describe('the list', () => {
  it('says how much a routine holds and how it was used', async () => {
    const person = await createPerson(database.db)
    const routineId = await create(person)
    await callAs(person, addRoutineExercise, { routineId, block: 0, exerciseId: benchId })
    const listed = async () => (await callAs(person, listRoutines, {})).routines
    expect(await listed()).toMatchObject([{ exerciseCount: 1, timesUsed: 0, lastUsed: null }])
    const { version } = await callAs(person, getRoutine, { routineId })
    expect(await listed()).toMatchObject([{ hasSessions: false }])
    const { id: running } = await callAs(person, startWorkout, { routineId })
    expect(await listed()).toMatchObject([{ hasSessions: true }])
    await callAs(person, discardWorkout, { sessionId: running })
    const done = [await train(person, routineId), await train(person, routineId)]
    const today = localDate({ instant: new Date(), ...person })
    expect(await listed()).toMatchObject([{ exerciseCount: 1, timesUsed: 2, lastUsed: today }])
    for (const sessionId of done) await callAs(person, deleteWorkout, { sessionId })
    expect(await listed()).toMatchObject([{ timesUsed: 0, lastUsed: null }])
    expect((await callAs(person, getRoutine, { routineId })).version).toBe(version)
  })

  it('leaves out what is archived or deleted until it comes back', async () => {
    const person = await createPerson(database.db)
    const routineId = await create(person)
    const names = async (isArchived = false) =>
      (await callAs(person, listRoutines, { isArchived })).routines.length
    await callAs(person, archiveRoutine, { routineId })
    expect([await names(), await names(true)]).toEqual([0, 1])
    await callAs(person, unarchiveRoutine, { routineId })
    expect([await names(), await names(true)]).toEqual([1, 0])
    await callAs(person, deleteRoutine, { routineId })
    expect(await names()).toBe(0)
    await expect(read(person, routineId)).rejects.toMatchObject({ code: 'not_found' })
    await callAs(person, restoreRoutine, { routineId })
    await callAs(person, restoreRoutine, { routineId })
    expect(await names()).toBe(1)
  })

  it('forgets for good what was deleted more than thirty days ago', async () => {
    const person = await createPerson(database.db)
    const old = await create(person)
    const recent = await create(person)
    for (const [routineId, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      const deletedAt = new Date(Date.now() - days * 86_400_000)
      await database.db.update(routines).set({ deletedAt }).where(eq(routines.id, routineId))
    }
    await callAs(person, deleteRoutine, { routineId: await create(person) })
    const left = await database.db
      .select()
      .from(routines)
      .where(eq(routines.ownerId, person.userId))
    expect(left.map(({ id }) => id)).not.toContain(old)
    expect(left.map(({ id }) => id)).toContain(recent)
  })
})

it('creates once however often it is asked with the same id', async () => {
  const id = newId()
  const document = { id, blocks: [{ exercises: [{ exerciseId: benchId }] }] }
  await create(ada, document)
  await create(ada, { ...document, name: 'Again' })
  expect((await read(ada, id)).name).toBe('Push')
  const blocks = await database.db
    .select()
    .from(routineBlocks)
    .where(eq(routineBlocks.routineId, id))
  expect(blocks).toHaveLength(1)
})
