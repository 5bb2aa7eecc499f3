import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { exerciseId, trainedSession } from '@/tests/helpers/workouts'
import { send } from './api'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
})

const create = (noun: 'exercises' | 'routines', body: object) =>
  send(person, `POST /api/${noun}`, { body })
const jump = {
  ...{ name: 'Box jump', tracking: 'weight_reps', category: 'plyometrics', equipment: ['other'] },
  ...{ primaryMuscles: ['glutes'], instructions: ['Stand.', 'Jump.'] },
}

describe('an exercise of one’s own', () => {
  it('comes back as it was sent, and the same id again changes nothing', async () => {
    const id = newId()
    const { data } = await create('exercises', { ...jump, id })
    expect(data).toMatchObject({ ...jump, id, isCustom: true })
    expect((await create('exercises', { ...jump, id })).data).toEqual(data)
    expect((await create('exercises', { ...jump, id: newId() })).status).toBe(409)
  })

  it('changes in what is named, is put away and taken out again', async () => {
    const { data } = await create('exercises', jump)
    const patch = (body: object) =>
      send(person, 'PATCH /api/exercises/{id}', { params: { id: data.id }, body })
    expect((await patch({ name: 'High jump' })).data).toEqual({ ...data, name: 'High jump' })
    expect((await patch({ isArchived: true })).data).toMatchObject({
      ...jump,
      name: 'High jump',
      isArchived: true,
    })
    expect((await patch({ isArchived: false })).data).toMatchObject({ isArchived: false })
  })

  it('is deleted when nothing uses it, and put away else', async () => {
    const remove = async (id: string) => {
      const { data } = await send(person, 'DELETE /api/exercises/{id}', { params: { id } })
      return data
    }
    const unused = (await create('exercises', jump)).data.id
    expect(await remove(unused)).toEqual({ id: unused, isArchived: false })
    const read = await send(person, 'GET /api/exercises/{id}', { params: { id: unused } })
    expect(read.status).toBe(404)

    const planned = (await create('exercises', jump)).data.id
    await create('routines', { name: 'Jumps', blocks: [{ exercises: [{ exerciseId: planned }] }] })
    const trained = (await create('exercises', { ...jump, name: 'Weighted jump' })).data.id
    await trainedSession(person, [[10, 5]], trained)
    for (const id of [planned, trained]) expect(await remove(id)).toEqual({ id, isArchived: true })
  })
})

describe('a routine', () => {
  it('changes in what is named; its blocks are all or none', async () => {
    const bench = await exerciseId('barbell-bench-press')
    const { data } = await create('routines', {
      name: 'Push',
      tags: ['heavy'],
      blocks: [{ exercises: [{ exerciseId: bench, repsMin: 5 }] }],
    })
    const patch = (body: object) =>
      send(person, 'PATCH /api/routines/{id}', { params: { id: data.id }, body })
    const { version: _v, ...rest } = data
    const renamed = await patch({ name: 'Push day' })
    expect(renamed.data).toMatchObject({ ...rest, name: 'Push day' })
    expect((await patch({ blocks: [] })).data).toMatchObject({ tags: ['heavy'], blocks: [] })
    const wrong = await patch({ blocks: [{ exercises: [{ exerciseId: bench, weight: 50 }] }] })
    expect(Object.keys(wrong.error.details.validationErrors)).toEqual([
      'blocks[0].exercises[0].weight',
    ])
    expect((await patch({ isArchived: true })).data).toMatchObject({ isArchived: true })
    expect((await send(person, 'GET /api/routines')).data).toEqual([])
  })

  it('carries the rules of progression of its lines, and refuses what is none', async () => {
    const exerciseIdOfBench = await exerciseId('barbell-bench-press')
    const withRule = (progression: unknown) => ({
      name: 'Push',
      blocks: [{ exercises: [{ exerciseId: exerciseIdOfBench, progression }] }],
    })
    const week = [{ percent: 67.5, reps: 5, isAmrap: true }]
    const rules = [
      { kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 },
      { kind: 'double', step: 5, unit: 'lb' },
      { kind: 'wave', step: 2.5, unit: 'kg', weeks: [week, week] },
      { kind: 'rpe' },
      null,
    ]
    for (const rule of rules) {
      const { data } = await create('routines', withRule(rule))
      expect(data.blocks[0].exercises[0]).toMatchObject({ progression: rule, trainingMax: null })
    }
    const at = 'blocks[0].exercises[0].progression'
    for (const [rule, field] of [
      [{ kind: 'luck' }, `${at}.kind`],
      [{ kind: 'double', step: 0, unit: 'kg' }, `${at}.step`],
      [{ kind: 'double', step: 5, unit: 'kg', misses: 3 }, `${at}.misses`],
      [{ kind: 'wave', step: 5, unit: 'kg', weeks: [] }, `${at}.weeks`],
      [{ kind: 'wave', step: 5, unit: 'kg', weeks: [[]] }, `${at}.weeks[0]`],
    ] as const) {
      const { status, error } = await create('routines', withRule(rule))
      expect(status).toBe(400)
      expect(Object.keys(error.details.validationErrors)).toEqual([field])
    }
  })

  it('is copied deep under a name that says so', async () => {
    const { data } = await create('routines', { name: 'Push' })
    const copy = await send(person, 'POST /api/routines/{id}/clone', { params: { id: data.id } })
    expect(copy.data).toMatchObject({ name: 'Push (Copy)', isOwn: true })
    expect(copy.data.id).not.toBe(data.id)
  })
})
