import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { formSchema } from '@/lib/transport/form-data'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { archiveExercise, createExercise } from '../exercises/write-exercises'
import { discardWorkout } from '../workouts/finish-workout'
import { getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
import { addRoutineExercise, saveRoutine } from './edit-routine'
import { getRoutine } from './read-routines'
import { createRoutine, deleteRoutine } from './write-routines'

let database: TestDatabase
let ada: Actor
let benchId: string
let plankId: string

beforeAll(async () => {
  database = await createTestDatabase()
  benchId = await exerciseId('barbell-bench-press')
  plankId = await exerciseId('plank')
  ada = await createPerson(database.db)
})
afterAll(() => database?.drop())

const create = async (actor: Actor, document: object = {}) =>
  (await callAs(actor, createRoutine, { name: 'Push', ...document })).routineId

const read = (actor: Actor, routineId: string) => callAs(actor, getRoutine, { routineId })

const typed = (more: object = {}) => ({ exerciseId: benchId, weightUnit: 'kg', ...more })

const save = (routineId: string, ...lines: object[]) =>
  callAs(ada, saveRoutine, { routineId, name: 'Push', blocks: [{ exercises: lines }] })

describe('saving', () => {
  it('keeps what was typed: ranges, percentages, distances, sets one by one', async () => {
    const routineId = await create(ada)
    await callAs(ada, saveRoutine, {
      routineId,
      name: 'Push',
      description: 'Heavy',
      color: '#1f56d8',
      estimatedMinutes: 60,
      blocks: [
        {
          kind: 'superset',
          rounds: 3,
          restSeconds: 120,
          exercises: [
            typed({ reps: '8-12', weight: 62.5, rpe: 8, tempo: '3010', notes: 'Slow' }),
            typed({
              exerciseId: plankId,
              sets: 1,
              durationSeconds: 45,
              distance: 1.5,
              distanceUnit: 'mi',
            }),
            typed({
              setList: [
                { kind: 'warmup', reps: '5', weightUnit: 'kg', weight: 40 },
                { reps: '5+', weightUnit: 'kg', percentOfMax: 85 },
              ],
            }),
          ],
        },
      ],
    })
    const saved = await read(ada, routineId)
    expect(saved).toMatchObject({ description: 'Heavy', color: '#1f56d8', estimatedMinutes: 60 })
    const [block] = saved.blocks
    expect(block).toMatchObject({ kind: 'superset', rounds: 3, restSeconds: 120 })
    expect(block?.exercises[0]).toMatchObject({
      ...{ repsMin: 8, repsMax: 12, weight: 62.5, weightUnit: 'kg', rpe: 8 },
      ...{ tempo: '3010', notes: 'Slow', sets: 3 },
    })
    expect(block?.exercises[1]).toMatchObject({
      ...{ durationSeconds: 45, distanceMeters: 2414.02, weight: null, weightUnit: null },
    })
    expect(block?.exercises[2]?.setList).toMatchObject([
      { kind: 'warmup', repsMin: 5, weight: 40 },
      { kind: 'normal', repsMin: 5, isAmrap: true, percentOfMax: 85, weightUnit: null },
    ])
  })

  it('does what the pressed button says after saving, and can undo it', async () => {
    const routineId = await create(ada)
    const lines = [typed({ reps: '5' }), typed({ exerciseId: plankId })]
    const document = { routineId, name: 'Push', blocks: [{ exercises: lines }] }
    const taken = await callAs(ada, saveRoutine, { ...document, intent: 'remove:0:0' })
    expect(taken).toMatchObject({ focus: 'undo', removed: { part: 'exercise' } })
    const left = await read(ada, routineId)
    expect(left.blocks[0]?.exercises.map((line) => line.exerciseId)).toEqual([plankId])
    await callAs(ada, saveRoutine, {
      ...{ routineId, name: 'Push', intent: 'undo', removed: taken.removed?.json },
      blocks: [{ exercises: [typed({ exerciseId: plankId })] }],
    })
    const back = await read(ada, routineId)
    expect(back.blocks[0]?.exercises.map((line) => line.exerciseId)).toEqual([benchId, plankId])
    expect(back.blocks[0]?.exercises[0]?.repsMin).toBe(5)
  })

  it.each([
    ['reps', { reps: 'lots' }],
    ['reps', { reps: '12-8' }],
    ['weight', { weight: 1501 }],
    ['rpe', { rpe: 11 }],
    ['sets', { sets: 21 }],
    ['distance', { distance: 400, distanceUnit: 'mi' }],
    ['restSeconds', { restSeconds: 601 }],
    ['notes', { notes: 'x'.repeat(201) }],
  ])('refuses a bad value of %s and changes nothing', async (field, more) => {
    const routineId = await create(ada)
    await save(routineId, typed({ reps: '5' }))
    await expect(save(routineId, typed(more))).rejects.toMatchObject({
      code: 'validation',
      fields: { [`blocks[0].exercises[0].${field}`]: [{ key: expect.any(String) }] },
    })
    expect((await read(ada, routineId)).blocks[0]?.exercises[0]?.repsMin).toBe(5)
  })

  it('refuses what was changed from an older version, until it is said again without one', async () => {
    const routineId = await create(ada)
    const { version: seen } = await read(ada, routineId)
    const from = (name: string, more: object = { seen }) =>
      callAs(ada, saveRoutine, { routineId, name, blocks: [], ...more })
    await from('Theirs')
    await expect(from('Mine')).rejects.toMatchObject({ code: 'conflict', key: 'routineChanged' })
    expect(await read(ada, routineId)).toMatchObject({ name: 'Theirs' })
    await from('Mine', { seen: (await read(ada, routineId)).version })
    await from('Mine after all', {})
    expect(await read(ada, routineId)).toMatchObject({ name: 'Mine after all' })
  })

  it('of two from the same version at once takes one', async () => {
    const routineId = await create(ada)
    const { version: seen } = await read(ada, routineId)
    const answers = await Promise.allSettled(
      ['A', 'B', 'C', 'D'].map((name) =>
        callAs(ada, saveRoutine, { routineId, name, blocks: [], seen }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('refuses to put back what was never taken out', async () => {
    const routineId = await create(ada)
    const undo = { routineId, name: 'Push', intent: 'undo' }
    for (const removed of ['{', '{"at":[0]}', '[]']) {
      await expect(callAs(ada, saveRoutine, { ...undo, removed })).rejects.toMatchObject({
        code: 'validation',
      })
    }
  })

  it("refuses another person's exercise", async () => {
    const ben = await createPerson(database.db)
    const own = await callAs(ben, createExercise, {
      ...{ name: 'Secret', tracking: 'reps', category: 'strength' },
    })
    const routineId = await create(ada)
    await expect(save(routineId, typed({ exerciseId: own.exerciseId }))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('reads a posted form, decimal commas included', async () => {
    const parsed = formSchema(saveRoutine.input).parse({
      routineId: newId(),
      name: 'Form',
      estimatedMinutes: '',
      blocks: [
        {
          ...{ kind: 'single', rounds: '1' },
          exercises: [
            { exerciseId: benchId, sets: '3', reps: '8-12', weight: '62,5', weightUnit: 'kg' },
          ],
        },
      ],
    })
    expect(parsed).toMatchObject({
      estimatedMinutes: null,
      blocks: [{ exercises: [{ repsMax: 12, weight: 62.5 }] }],
    })
  })

  it('holds fifty exercises and no more', async () => {
    const routineId = await create(ada)
    await save(routineId, ...Array.from({ length: 50 }, () => typed()))
    const one = { routineId, block: 0, exerciseId: benchId }
    await expect(callAs(ada, addRoutineExercise, one)).rejects.toMatchObject({
      key: 'tooManyExercises',
    })
    const lines = [typed()]
    await expect(
      callAs(ada, saveRoutine, {
        ...{ routineId, name: 'Push' },
        blocks: [{ exercises: Array.from({ length: 50 }, () => typed()) }, { exercises: lines }],
      }),
    ).rejects.toMatchObject({ code: 'validation' })
  })

  it('leaves workouts that were started before as they were planned', async () => {
    const person = await createPerson(database.db)
    const routineId = await create(person)
    await callAs(person, addRoutineExercise, { routineId, block: 0, exerciseId: benchId })
    const { id } = await callAs(person, startWorkout, { routineId })
    await callAs(person, saveRoutine, { routineId, name: 'Emptied' })
    await callAs(person, deleteRoutine, { routineId })
    const workout = await callAs(person, getWorkout, { id })
    expect(workout.name).toBe('Push')
    expect(workout.exercises[0]?.sets).toHaveLength(3)
    await callAs(person, discardWorkout, { sessionId: id })
  })
})

describe('adding exercises', () => {
  it('begins a block where there is none and fits the target to what is counted', async () => {
    const routineId = await create(ada)
    const first = await callAs(ada, addRoutineExercise, {
      routineId,
      block: 4,
      exerciseId: plankId,
    })
    expect(first).toEqual({ routineId, block: 0, exercise: 0 })
    const { blocks } = await read(ada, routineId)
    expect(blocks[0]?.exercises[0]).toMatchObject({ durationSeconds: 30, repsMin: null })
  })

  it('keeps exercises that were archived since', async () => {
    const own = await callAs(ada, createExercise, {
      ...{ name: 'Old friend', tracking: 'reps', category: 'strength' },
    })
    const routineId = await create(ada)
    await callAs(ada, addRoutineExercise, { routineId, block: 0, exerciseId: own.exerciseId })
    await callAs(ada, archiveExercise, { exerciseId: own.exerciseId })
    await save(routineId, typed({ exerciseId: own.exerciseId, reps: '10' }))
    expect((await read(ada, routineId)).blocks[0]?.exercises[0]?.name).toBe('Old friend')
  })
})
