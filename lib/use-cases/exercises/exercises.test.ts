import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import { ConflictError, NotFoundError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { exercises } from '@/lib/db/schema/library'
import { exerciseLogs, workoutSessions } from '@/lib/db/schema/training'
import type { exerciseSearchSchema } from '@/lib/schemas/exercise-library'
import { execute } from '@/lib/transport/execute'
import { getCatalogue } from '@/lib/use-cases/workouts/train'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { exerciseId, trainedSession, workoutWith } from '@/tests/helpers/workouts'
import { getExercise, searchExercises } from './read-exercises'
import {
  archiveExercise,
  createExercise,
  patchExercise,
  restoreExercise,
  updateExercise,
} from './write-exercises'

let database: TestDatabase
let ada: Actor
let ben: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  ada = await createPerson(database.db)
  ben = await createPerson(database.db)
})
afterAll(() => database?.drop())

const call = (actor: Actor) => ({
  actor,
  caller: { address: '127.0.0.1', headers: new Headers() },
  after: () => {},
})

const find = (actor: Actor, input: z.input<typeof exerciseSearchSchema>) =>
  execute(searchExercises, input, call(actor))

const namesOf = async (actor: Actor, input: z.input<typeof exerciseSearchSchema>) =>
  (await find(actor, input)).exercises.map((exercise) => exercise.name)

const facts = { tracking: 'weight_reps', category: 'strength' } as const

const create = (actor: Actor, name: string) =>
  execute(createExercise, { ...facts, name }, call(actor)).then(({ exerciseId }) => exerciseId)

/** A workout with this exercise in it; where it was finished, on that day. */
async function logExercise(
  actor: Actor,
  exerciseId: string,
  performedOn: string | null = null,
): Promise<void> {
  const sessionId = newId()
  await database.db.insert(workoutSessions).values({
    id: sessionId,
    userId: actor.userId,
    name: 'Workout',
    status: performedOn ? 'completed' : 'in_progress',
    startedAt: new Date(),
    completedAt: performedOn ? new Date() : null,
    localDate: '2026-01-05',
  })
  await database.db
    .insert(exerciseLogs)
    .values({ sessionId, userId: actor.userId, exerciseId, position: 0, performedOn })
}

describe('search', () => {
  it('ranks as the phone does, what a person has done first', async () => {
    expect((await namesOf(ada, { q: 'squat' }))[0]).toBe('Barbell Back Squat')
    expect((await namesOf(ada, { q: 'benhc press' }))[0]).toBe('Barbell Bench Press')
    const [bench] = (await find(ada, { q: 'dumbbell bench press' })).exercises
    await logExercise(ada, bench?.id ?? '', '2026-01-05')
    expect((await namesOf(ada, { q: 'bench' }))[0]).toBe('Dumbbell Bench Press')
    expect((await namesOf(ada, {}))[0]).toBe('Dumbbell Bench Press')
    expect((await namesOf(ben, { q: 'bench' }))[0]).toBe('Barbell Bench Press')
  })

  it('finds names of every language and shows those of the reader’s own', async () => {
    const [found] = (await find(ada, { q: 'supino reto barra' })).exercises
    const exerciseId = found?.id ?? ''
    const aliasesFor = async (locale: string) =>
      (await execute(getExercise, { exerciseId }, call({ ...ada, locale }))).aliases
    expect(found?.name).toBe('Barbell Bench Press')
    expect(await aliasesFor('en')).not.toContain('Supino Reto (Barra)')
    expect(await aliasesFor('pt')).toContain('Supino Reto (Barra)')
    expect(await aliasesFor('pt')).not.toContain('Distensioni su Panca Piana')
  })

  it('narrows by muscle, equipment, category and what is counted together', async () => {
    const { exercises: found } = await find(ada, {
      muscle: 'chest',
      equipment: 'dumbbell',
      category: 'strength',
      tracking: 'weight_reps',
      limit: 100,
    })
    expect(found.length).toBeGreaterThan(0)
    for (const exercise of found) {
      expect(exercise.equipment).toContain('dumbbell')
      expect(exercise).toMatchObject({ category: 'strength', tracking: 'weight_reps' })
    }
    expect(found[0]?.primaryMuscles).toContain('chest')
  })

  it('shows every exercise once over its pages', async () => {
    const seen: string[] = []
    for (let page = 1; ; page++) {
      const { exercises: found } = await find(ada, { page, limit: 100 })
      if (found.length === 0) break
      seen.push(...found.map((exercise) => exercise.id))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await find(ada, {})).total)
  })
})

describe('the catalogue of a phone', () => {
  it('says how often, when and with which heaviest set an exercise was done, to its person alone', async () => {
    const [cara, squat] = [await createPerson(database.db), await exerciseId('barbell-back-squat')]
    await trainedSession(cara, [[100, 5]], squat)
    const sets: [number, number][] = [
      [80, 8],
      [102.5, 3],
      [102.5, 5],
    ]
    const { localDate: lastDoneOn } = await trainedSession(cara, sets, squat)
    await workoutWith(cara, squat)
    const inList = async (actor: Actor) =>
      (await execute(getCatalogue, {}, call(actor))).find(({ id }) => id === squat)
    expect(await inList(cara)).toMatchObject({
      ...{ timesDone: 2, lastDoneOn, lastSet: { weight: 102.5, reps: 5, weightUnit: 'kg' } },
      ...{ primaryMuscles: ['quadriceps', 'glutes'], equipment: ['barbell'], isCustom: false },
    })
    expect(await inList(ben)).toMatchObject({ timesDone: 0, lastDoneOn: null, lastSet: null })
  })
})

describe('own exercises', () => {
  it('are found and read by their owner alone', async () => {
    const exerciseId = await create(ada, 'Cathedral Hinge Lift')
    expect(await namesOf(ada, { q: 'cathedral hinge' })).toEqual(['Cathedral Hinge Lift'])
    expect(await namesOf(ben, { q: 'cathedral hinge' })).toEqual([])
    await expect(execute(getExercise, { exerciseId }, call(ben))).rejects.toThrow(NotFoundError)
  })

  it('cannot be changed by anyone else, nor can built-in ones', async () => {
    const exerciseId = await create(ada, 'Untouchable')
    const [builtIn] = (await find(ben, { q: 'bench press' })).exercises
    for (const id of [exerciseId, builtIn?.id]) {
      const input = { ...facts, exerciseId: id, name: 'Taken over' }
      await expect(execute(updateExercise, input, call(ben))).rejects.toThrow(NotFoundError)
      for (const useCase of [archiveExercise, restoreExercise]) {
        await expect(execute(useCase, { exerciseId: id }, call(ben))).rejects.toThrow(NotFoundError)
      }
    }
    expect(await execute(getExercise, { exerciseId }, call(ada))).toMatchObject({
      name: 'Untouchable',
      isArchived: false,
    })
  })

  it('have names of their own among those in use', async () => {
    const first = await create(ada, 'Twice')
    await expect(create(ada, 'twice')).rejects.toThrow(new ConflictError('exerciseExists'))
    await expect(create(ben, 'Twice')).resolves.toBeTypeOf('string')
    const renamed = await create(ada, 'Something else')
    await expect(
      execute(updateExercise, { ...facts, exerciseId: renamed, name: 'TWICE' }, call(ada)),
    ).rejects.toThrow(ConflictError)

    await execute(archiveExercise, { exerciseId: first }, call(ada))
    await create(ada, 'Twice')
    await expect(execute(restoreExercise, { exerciseId: first }, call(ada))).rejects.toThrow(
      ConflictError,
    )
  })

  it('leave the lists when archived and come back when restored', async () => {
    const exerciseId = await create(ada, 'Quixotic')
    await execute(archiveExercise, { exerciseId }, call(ada))
    expect(await namesOf(ada, { q: 'quixotic' })).toEqual([])
    expect(await namesOf(ada, { q: 'quixotic', isArchived: true })).toEqual(['Quixotic'])
    await execute(restoreExercise, { exerciseId }, call(ada))
    expect(await namesOf(ada, { q: 'quixotic' })).toEqual(['Quixotic'])
  })

  it('are found by a new name after a change', async () => {
    const exerciseId = await create(ada, 'Oldname')
    const change = {
      ...facts,
      exerciseId,
      name: 'Freshname',
      primaryMuscles: ['chest', 'triceps'],
      secondaryMuscles: ['triceps', 'lats'],
      instructions: ' Stand.\r\n\n Lift. ',
    }
    await execute(updateExercise, change, call(ada))
    expect(await namesOf(ada, { q: 'freshname' })).toEqual(['Freshname'])
    expect(await namesOf(ada, { q: 'oldname' })).toEqual([])
    expect(await execute(getExercise, { exerciseId }, call(ada))).toMatchObject({
      secondaryMuscles: ['lats'],
      instructions: ['Stand.', 'Lift.'],
    })
  })

  it('keep a description and a video link until they are emptied', async () => {
    const own = { ...facts, name: 'Shown', description: ' Slow. ', videoUrl: 'https://vid.eo/1' }
    const { exerciseId } = await execute(createExercise, own, call(ada))
    const read = () => execute(getExercise, { exerciseId }, call(ada))
    expect(await read()).toMatchObject({ description: 'Slow.', videoUrl: 'https://vid.eo/1' })
    await execute(patchExercise, { exerciseId, name: 'Shown twice' }, call(ada))
    expect(await read()).toMatchObject({ description: 'Slow.', videoUrl: 'https://vid.eo/1' })
    await execute(updateExercise, { ...facts, exerciseId, name: 'Shown' }, call(ada))
    expect(await read()).toMatchObject({ description: '', videoUrl: null })
  })

  it.each(['http://vid.eo/1', 'javascript:alert(1)', 'https://', 'https://you@vid.eo', 'vid.eo/1'])(
    'refuse the video link %s',
    async (videoUrl) => {
      const own = { ...facts, name: 'Linked', videoUrl }
      await expect(execute(createExercise, own, call(ada))).rejects.toMatchObject({
        fields: { videoUrl: [{ key: 'videoUrl' }] },
      })
    },
  )

  it('keep what is counted once they were logged', async () => {
    const exerciseId = await create(ada, 'Counted')
    const change = { ...facts, exerciseId, name: 'Counted', tracking: 'duration' }
    await execute(updateExercise, change, call(ada))
    await logExercise(ada, exerciseId)
    await expect(
      execute(updateExercise, { ...change, tracking: 'reps' }, call(ada)),
    ).rejects.toMatchObject({ fields: { tracking: [{ key: 'trackingFixed' }] } })
    await execute(updateExercise, { ...change, name: 'Counted still' }, call(ada))
    const [row] = await database.db.select().from(exercises).where(eq(exercises.id, exerciseId))
    expect(row).toMatchObject({ name: 'Counted still', tracking: 'duration' })
  })

  it('refuse fields that are nobody’s to give', async () => {
    const input = { ...facts, name: 'Foisted', createdBy: ben.userId }
    await expect(execute(createExercise, input, call(ada))).rejects.toThrow(ValidationError)
  })
})
