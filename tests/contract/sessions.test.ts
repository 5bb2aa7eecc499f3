import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { addDays, localDate } from '@/lib/domain/local-date'
import { createRoutine } from '@/lib/use-cases/routines/write-routines'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, trainedSession } from '@/tests/helpers/workouts'
import { send } from './api'

let test: TestDatabase
let person: Actor
let bench: string
beforeAll(async () => {
  test = await createAccountDatabase()
  bench = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
})

const set = (about: object = {}) => ({
  ...{ id: newId(), reps: 5, weight: 100, weightUnit: 'kg', isCompleted: true },
  ...about,
})
const start = (body: object = {}) => send(person, 'POST /api/sessions', { body })
const read = async (id: string) =>
  (await send(person, 'GET /api/sessions/{id}', { params: { id } })).data
const patch = (id: string, body: object) =>
  send(person, 'PATCH /api/sessions/{id}', { params: { id }, body })

/** A workout with one exercise of these sets, as a client starts it. */
async function started(sets: object[]) {
  const logId = newId()
  const session = { exercises: [{ id: logId, exerciseId: bench, sets }] }
  const { data } = await start({ session })
  return { id: data.id as string, logId }
}

describe('the sentences that clients rely on', () => {
  const saysOf = async (answer: ReturnType<typeof send>) => {
    const { status, error } = await answer
    return [status, error?.message]
  }

  it('tell why a workout does not start', async () => {
    expect(await saysOf(start({ plan_id: newId() }))).toEqual([
      ...[400, 'Plan not found or access denied'],
    ])
    expect(await saysOf(start({ date: 'today' }))).toEqual([400, 'Invalid session data'])
    await start()
    expect(await saysOf(start())).toEqual([409, 'An in-progress session already exists'])
  })

  it('tell why a workout does not change', async () => {
    const { id } = await trainedSession(person, [[100, 5]], bench)
    expect(await saysOf(patch(id, { name: 'Later' }))).toEqual([
      ...[400, 'Cannot update completed session'],
    ])
    expect(await saysOf(patch(newId(), { name: 'Nobody’s' }))).toEqual([404, 'Session not found'])
    expect(await saysOf(patch(id, { exercises: 1 }))).toEqual([400, 'Invalid session data'])
  })
})

describe('a start', () => {
  it('lays out the plan, under the id and the name it is given', async () => {
    const { routineId } = await callAs(person, createRoutine, {
      name: 'Push',
      blocks: [{ exercises: [{ exerciseId: bench, sets: 4, repsMin: 5 }] }],
    })
    const id = newId()
    const { data } = await start({ id, plan_id: routineId, name: 'Heavy day' })
    expect(data).toMatchObject({ id, name: 'Heavy day', routineId, status: 'in_progress' })
    expect(data.exercises[0]).toMatchObject({ order: 0, exerciseId: bench })
    expect(data.exercises[0].sets).toHaveLength(4)
    expect(data.exercises[0].sets[0]).toMatchObject({ reps: null, target: { repsMin: 5 } })
    expect((await start({ id })).data).toEqual(data)
  })

  it('belongs to one of the last days, and its sets to that day', async () => {
    const today = localDate({ instant: new Date(), ...person })
    const date = addDays(today, -3)
    const sets = [set({ performedAt: `${date}T12:00:00Z` })]
    const session = { exercises: [{ id: newId(), exerciseId: bench, sets }] }
    const far = await start({ date: addDays(today, -8) })
    expect(Object.keys(far.error.details.validationErrors)).toEqual(['date'])
    expect((await start({ date, session })).data).toMatchObject({ localDate: date })
  })

  it('names a wrong field of its document', async () => {
    const sets = [set({ reps: null })]
    const session = { exercises: [{ id: newId(), exerciseId: bench, sets }] }
    const { status, error } = await start({ session })
    expect(status).toBe(400)
    expect(Object.keys(error.details.validationErrors)).toEqual([
      'session.exercises[0].sets[0].reps',
    ])
    expect((await send(person, 'GET /api/sessions')).data).toEqual([])
  })
})

describe('a document', () => {
  it('writes what it names and leaves the rest', async () => {
    const [one, two] = [set(), set({ weight: 105 })]
    const { id, logId } = await started([one, two])
    const { data } = await patch(id, {
      notes: 'Felt light',
      exercises: [{ id: logId, sets: [{ id: two.id, reps: 6 }] }],
    })
    expect(data.notes).toBe('Felt light')
    const [first, second] = data.exercises[0].sets
    expect(first).toMatchObject({ id: one.id, setNumber: 1, reps: 5, weight: 100, revision: 1 })
    expect(second).toMatchObject({ id: two.id, setNumber: 2, reps: 6, weight: 105, revision: 2 })
    await expectRecordsRight(person, bench)
  })

  it('the same again changes nothing', async () => {
    const sent = set({ performedAt: new Date().toISOString() })
    const { id, logId } = await started([sent])
    const before = await read(id)
    const exercises = [{ id: logId, exerciseId: bench, sets: [sent] }]
    expect((await patch(id, { exercises })).data).toEqual(before)
  })

  it('removes for good, and records follow', async () => {
    const sent = set()
    const { id, logId } = await started([sent, set({ weight: 90 })])
    await patch(id, { exercises: [{ id: logId, sets: [{ id: sent.id, deleted: true }] }] })
    await expectRecordsRight(person, bench)
    const back = await patch(id, { exercises: [{ id: logId, sets: [sent] }] })
    expect(back.data.exercises[0].sets.map((each: { weight: number }) => each.weight)).toEqual([90])
    await patch(id, { exercises: [{ id: logId, deleted: true }] })
    const gone = await patch(id, { exercises: [{ id: logId, exerciseId: bench, sets: [set()] }] })
    expect(gone.data.exercises).toEqual([])
    await expectRecordsRight(person, bench)
  })

  it.each([
    ['performedAt', { performedAt: '2999-01-01T00:00:00Z' }],
    ['performedAt', { performedAt: '2020-01-01T00:00:00Z' }],
    ['weight', { weight: 1501 }],
    ['reps', { reps: null }],
  ])('is refused for a wrong %s: %j', async (field, about) => {
    const { id, logId } = await started([])
    const { status, error } = await patch(id, { exercises: [{ id: logId, sets: [set(about)] }] })
    expect(status).toBe(400)
    expect(Object.keys(error.details.validationErrors)).toEqual([`exercises[0].sets[0].${field}`])
    expect((await read(id)).exercises[0].sets).toEqual([])
  })

  it('cannot take an id that something else has', async () => {
    const other = await createPerson(test.db)
    const theirs = await trainedSession(other, [[60, 5]], bench)
    const [log] = theirs.exercises
    const { id, logId } = await started([])
    const exercise = { id: log?.id, exerciseId: bench, sets: [set()] }
    expect((await patch(id, { exercises: [exercise] })).status).toBe(409)
    const taken = { id: logId, sets: [set({ id: log?.sets[0]?.id })] }
    expect((await patch(id, { exercises: [taken] })).status).toBe(409)
    const moved = await patch(id, {
      exercises: [
        { id: newId(), exerciseId: bench, sets: [set()] },
        { id: logId, exerciseId: newId() },
      ],
    })
    expect(Object.keys(moved.error.details.validationErrors)).toEqual(['exercises[1].exerciseId'])
  })
})

describe('a single set', () => {
  const path = 'POST /api/sessions/{id}/sets'

  it('is added, changed and taken out for good', async () => {
    const { id, logId } = await started([])
    const sent = set({ exerciseLogId: logId })
    const added = await send(person, path, { params: { id }, body: sent })
    expect(added.data).toMatchObject({ id: sent.id, setNumber: 1, weight: 100 })
    const params = { id, setId: sent.id }
    const one = '/api/sessions/{id}/sets/{setId}'
    const changed = await send(person, `PATCH ${one}`, { params, body: { reps: 8 } })
    expect(changed.data).toMatchObject({ reps: 8, weight: 100 })
    expect((await send(person, `DELETE ${one}`, { params })).data).toEqual({ id: sent.id })
    expect((await send(person, `DELETE ${one}`, { params })).status).toBe(200)
    expect((await send(person, `PATCH ${one}`, { params, body: { reps: 9 } })).status).toBe(404)
    expect((await send(person, path, { params: { id }, body: sent })).status).toBe(409)
    await expectRecordsRight(person, bench)
  })

  it('says what is wrong by its own fields, and stays in its session', async () => {
    const { id, logId } = await started([])
    const body = set({ exerciseLogId: logId, reps: null })
    const wrong = await send(person, path, { params: { id }, body })
    expect(Object.keys(wrong.error.details.validationErrors)).toEqual(['reps'])
    const done = await trainedSession(await createPerson(test.db), [[60, 5]], bench)
    const setId = done.exercises[0]?.sets[0]?.id ?? ''
    const elsewhere = { params: { id, setId }, body: { reps: 1 } }
    expect((await send(person, 'PATCH /api/sessions/{id}/sets/{setId}', elsewhere)).status).toBe(
      404,
    )
  })
})

describe('the end', () => {
  const complete = (id: string, body: object = {}) =>
    send(person, 'POST /api/sessions/{id}/complete', { params: { id }, body })

  it('writes the last document with the totals', async () => {
    const { id, logId } = await started([set()])
    await patch(id, { notes: 'Kept' })
    const { data } = await complete(id, {
      feeling: 'good',
      exercises: [{ id: logId, sets: [set({ weight: 110 })] }],
    })
    expect(data).toMatchObject({
      ...{ status: 'completed', feeling: 'good', notes: 'Kept', setCount: 2, volumeKg: 1050 },
    })
    expect((await complete(id)).data).toEqual(data)
  })

  it('does not come before a set is done', async () => {
    const { id } = await started([])
    const { status, error } = await complete(id)
    expect([status, error.code]).toEqual([409, 'conflict'])
    const wrong = await complete(id, {
      exercises: [{ id: newId(), exerciseId: bench, sets: [set({ reps: null })] }],
    })
    expect(Object.keys(wrong.error.details.validationErrors)).toEqual(['exercises[0].sets[0].reps'])
  })

  it('leaves corrections, which change what they name', async () => {
    const done = await trainedSession(person, [[100, 5]], bench)
    const log = done.exercises[0]
    const params = { id: done.id }
    const corrected = await send(person, 'POST /api/sessions/{id}/corrections', {
      params,
      body: {
        notes: 'The plates were 5 kg lighter',
        ...{ startedAt: '2026-03-01T18:30:00+01:00', durationSeconds: 4080, feeling: 'good' },
        sets: [
          { id: log?.sets[0]?.id, weight: 95, side: 'left', notes: 'Slow' },
          { ...set(), id: undefined, exerciseLogId: log?.id, isCompleted: undefined },
        ],
      },
    })
    expect(corrected.data).toMatchObject({ name: done.name, volumeKg: 975, setCount: 2 })
    expect(corrected.data.exercises[0].sets[0]).toMatchObject({
      ...{ weight: 95, reps: 5, side: 'left', notes: 'Slow', number: 1 },
    })
    expect(corrected.data).toMatchObject({
      ...{ localDate: '2026-03-01', startedAt: '2026-03-01T17:30:00.000Z' },
      ...{ durationSeconds: 4080, feeling: 'good' },
    })
    await expectRecordsRight(person, bench)
    const heavy = { sets: [{ id: log?.sets[0]?.id, weight: 1501 }] }
    const wrong = await send(person, 'POST /api/sessions/{id}/corrections', { params, body: heavy })
    expect(Object.keys(wrong.error.details.validationErrors)).toEqual(['sets[0].weight'])
    const gone = await send(person, 'DELETE /api/sessions/{id}', { params })
    expect(gone.data).toEqual({ id: done.id })
    await expectRecordsRight(person, bench)
  })
})

describe('the list', () => {
  const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)

  it('filters, sorts and pages', async () => {
    const done = []
    for (const weight of [100, 80, 120])
      done.push((await trainedSession(person, [[weight, 5]], bench)).id)
    const [a = '', b = '', c = ''] = done
    const running = (await started([])).id
    const query = (asked: Record<string, string>) =>
      send(person, 'GET /api/sessions', { query: asked })
    expect(ids(await query({}))).toEqual([running, c, b, a])
    expect(ids(await query({ completed: 'true', order: 'asc' }))).toEqual([a, b, c])
    expect(ids(await query({ completed: 'false' }))).toEqual([running])
    expect(ids(await query({ completed: 'true', sort: 'volume' }))).toEqual([c, a, b])
    expect(ids(await query({ date_from: '2999-01-01' }))).toEqual([])
    for (const asked of [{ sort: 'date' }, { sort: 'volume' }]) {
      const all = ids(await query({ ...asked, completed: 'true' }))
      const first = await query({ ...asked, completed: 'true', limit: '2' })
      const cursor = first.pagination.nextCursor
      const rest = await query({ ...asked, completed: 'true', limit: '2', cursor })
      expect([...ids(first), ...ids(rest)]).toEqual(all)
      expect(rest.pagination).toEqual({ limit: 2 })
    }
    const { pagination } = await query({ limit: '1' })
    const mixed = { sort: 'volume', cursor: pagination.nextCursor }
    expect((await query(mixed)).status).toBe(400)
  })
})
