import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { routines } from '@/lib/db/schema/library'
import { members } from '@/lib/db/schema/organizations'
import { auditLog } from '@/lib/db/schema/training'
import { createAccountDatabase, refusal } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { createExercise } from '../exercises/write-exercises'
import { addRoutineExercise, saveRoutine } from '../routines/edit-routine'
import { getRoutine, listRoutines, listTemplates } from '../routines/read-routines'
import {
  archiveRoutine,
  cloneRoutine,
  createRoutine,
  deleteRoutine,
  patchRoutine,
  restoreRoutine,
  unarchiveRoutine,
} from '../routines/write-routines'
import { putSchedule } from '../schedule/schedule'
import { getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
import { removeMember } from './members'

let test: TestDatabase
let gym: Awaited<ReturnType<typeof createStaffedGym>>
let bench: string
let routineId: string
beforeAll(async () => {
  test = await createAccountDatabase()
  bench = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())
beforeEach(async () => {
  gym = await createStaffedGym(test.db)
  routineId = await createShared(gym.owner)
})

const document = (exercise: string) => ({
  blocks: [{ exercises: [{ exerciseId: exercise, sets: 3, repsMin: 5, repsMax: 5 }] }],
})
async function createShared(by: Actor, name = 'Shared'): Promise<string> {
  const input = { gymId: gym.gymId, name, ...document(bench) }
  return (await callAs(by, createRoutine, input)).routineId
}
async function createOwn(by: Actor, exercise = bench): Promise<string> {
  return (await callAs(by, createRoutine, { name: 'Mine', ...document(exercise) })).routineId
}
const shared = async (by: Actor) =>
  (await callAs(by, listRoutines, { gymId: gym.gymId })).routines.map(({ name }) => name)

/** What can be done with a routine by its id. */
const VERBS: Record<string, (by: Actor, id: string) => Promise<unknown>> = {
  read: (by, id) => callAs(by, getRoutine, { routineId: id }),
  save: (by, id) => callAs(by, saveRoutine, { routineId: id, name: 'Saved' }),
  patch: (by, id) => callAs(by, patchRoutine, { routineId: id, name: 'Patched' }),
  'add to': (by, id) =>
    callAs(by, addRoutineExercise, { routineId: id, block: 0, exerciseId: bench }),
  archive: (by, id) => callAs(by, archiveRoutine, { routineId: id }),
  unarchive: (by, id) => callAs(by, unarchiveRoutine, { routineId: id }),
  delete: (by, id) => callAs(by, deleteRoutine, { routineId: id }),
  restore: (by, id) => callAs(by, restoreRoutine, { routineId: id }),
  copy: (by, id) => callAs(by, cloneRoutine, { routineId: id }),
  start: (by, id) => callAs(by, startWorkout, { routineId: id }),
}

const rowOf = async (id: string) =>
  JSON.stringify(await test.db.select().from(routines).where(eq(routines.id, id)))

describe.each(Object.entries(VERBS))('to %s a routine of a gym', (_name, attempt) => {
  it.each(['owner', 'admin', 'trainer'] as const)('is for the %s', async (role) => {
    await attempt(gym[role], routineId)
    const [row] = await test.db.select().from(routines).where(eq(routines.id, routineId))
    expect(row).toMatchObject({ organizationId: gym.gymId, ownerId: null })
  })

  it('is for nobody else: a member, a stranger, who was a trainer, another gym’s owner', async () => {
    const other = await createStaffedGym(test.db)
    const former = gym.trainer
    await callAs(gym.owner, removeMember, { gymId: gym.gymId, memberId: former.userId })
    const before = await rowOf(routineId)
    for (const who of [gym.member, await createPerson(test.db), former, other.owner])
      expect((await refusal(attempt(who, routineId))).code).toBe('not_found')
    expect(await rowOf(routineId)).toBe(before)
  })
})

describe('the library of a gym', () => {
  it('shows its routines to its staff, and none of them anywhere else', async () => {
    for (const who of [gym.owner, gym.admin, gym.trainer])
      expect(await shared(who)).toEqual(['Shared'])
    expect((await refusal(shared(gym.member))).code).toBe('forbidden')
    expect((await refusal(shared(await createPerson(test.db)))).code).toBe('not_found')
    expect((await callAs(gym.owner, listRoutines, {})).routines).toEqual([])
    const { templates } = await callAs(gym.member, listTemplates, {})
    expect(templates.map(({ id }) => id)).not.toContain(routineId)
  })

  it('takes new ones from its staff alone', async () => {
    expect((await refusal(createShared(gym.member))).code).toBe('forbidden')
    expect((await refusal(createShared(await createPerson(test.db)))).code).toBe('not_found')
    await createShared(gym.trainer, 'Another')
    expect(await shared(gym.admin)).toEqual(['Another', 'Shared'])
  })

  it('says whose it is and that it may be changed', async () => {
    expect(await callAs(gym.trainer, getRoutine, { routineId })).toMatchObject({
      ...{ isOwn: false, isEditable: true, gym: { name: 'Iron Harbor', slug: gym.slug } },
    })
    const own = await createOwn(gym.trainer)
    expect(await callAs(gym.trainer, getRoutine, { routineId: own })).toMatchObject({
      ...{ isOwn: true, isEditable: true, gym: null },
    })
  })

  it('counts for each reader how they have used it', async () => {
    const { id } = await callAs(gym.trainer, startWorkout, { routineId })
    const usedBy = async (who: Actor) => {
      const { routines: list } = await callAs(who, listRoutines, { gymId: gym.gymId })
      return list.map(({ timesUsed, hasSessions }) => ({ timesUsed, hasSessions }))
    }
    expect(await usedBy(gym.trainer)).toEqual([{ timesUsed: 0, hasSessions: true }])
    expect(await usedBy(gym.admin)).toEqual([{ timesUsed: 0, hasSessions: false }])
    expect((await callAs(gym.trainer, getWorkout, { id })).name).toBe('Shared')
  })

  it('does not reach into what was started from it', async () => {
    const { id } = await callAs(gym.trainer, startWorkout, { routineId })
    await callAs(gym.owner, saveRoutine, { routineId, name: 'Changed' })
    await callAs(gym.owner, deleteRoutine, { routineId })
    await callAs(gym.owner, removeMember, { gymId: gym.gymId, memberId: gym.trainer.userId })
    const workout = await callAs(gym.trainer, getWorkout, { id })
    expect(workout).toMatchObject({ name: 'Shared' })
    expect(workout.exercises).toHaveLength(1)
  })

  it('writes down who changed what', async () => {
    await callAs(gym.trainer, saveRoutine, { routineId, name: 'Saved' })
    await callAs(gym.admin, deleteRoutine, { routineId })
    const trail = await test.db
      .select({ actorId: auditLog.actorId, action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, routineId), eq(auditLog.organizationId, gym.gymId)))
      .orderBy(auditLog.createdAt)
    expect(trail).toEqual([
      { actorId: gym.owner.userId, action: 'gym_routine_created' },
      { actorId: gym.trainer.userId, action: 'gym_routine_changed' },
      { actorId: gym.admin.userId, action: 'gym_routine_deleted' },
    ])
  })
})

describe('copying', () => {
  const copy = async (by: Actor, input: object) => {
    const { routineId: id } = await callAs(by, cloneRoutine, input)
    const { name, gym: of, isOwn } = await callAs(by, getRoutine, { routineId: id })
    return { name, gym: of?.slug ?? null, isOwn }
  }

  it('goes from one’s own into the gym’s, back, and within each of them', async () => {
    const { gymId, slug, trainer } = gym
    const own = await createOwn(trainer)
    expect(await copy(trainer, { routineId: own, gymId })).toEqual({
      ...{ name: 'Mine', gym: slug, isOwn: false },
    })
    expect(await copy(trainer, { routineId })).toEqual({ name: 'Shared', gym: null, isOwn: true })
    expect(await copy(trainer, { routineId, gymId })).toMatchObject({
      ...{ name: 'Shared (Copy)', gym: slug },
    })
    expect(await copy(trainer, { routineId: own })).toMatchObject({ name: 'Mine (Copy)' })
    expect((await shared(trainer)).toSorted()).toEqual(['Mine', 'Shared', 'Shared (Copy)'])
  })

  it('goes into no gym where one may not, and leaves one’s own where it is', async () => {
    const own = await createOwn(gym.member)
    const attempt = (gymId: string) => refusal(copy(gym.member, { routineId: own, gymId }))
    expect((await attempt(gym.gymId)).code).toBe('forbidden')
    expect((await attempt((await createStaffedGym(test.db)).gymId)).code).toBe('not_found')
    const [row] = await test.db.select().from(routines).where(eq(routines.id, own))
    expect(row).toMatchObject({ ownerId: gym.member.userId, organizationId: null })
  })
})

describe('an exercise of one’s own', () => {
  it('goes into no routine of a gym, on any way', async () => {
    const { gymId, trainer } = gym
    const { exerciseId: mine } = await callAs(trainer, createExercise, {
      ...{ name: 'Secret press', tracking: 'weight_reps', category: 'strength' },
    })
    const own = await createOwn(trainer, mine)
    const attempts = [
      () => callAs(trainer, createRoutine, { gymId, name: 'New', ...document(mine) }),
      () => callAs(trainer, cloneRoutine, { routineId: own, gymId }),
      () => callAs(trainer, patchRoutine, { routineId, ...document(mine) }),
      () => callAs(trainer, addRoutineExercise, { routineId, block: 0, exerciseId: mine }),
    ]
    for (const attempt of attempts) expect((await refusal(attempt())).key).toBe('builtInOnly')
    const other = callAs(gym.admin, patchRoutine, { routineId, ...document(mine) })
    expect((await refusal(other)).code).toBe('not_found')
  })
})

it('a routine of a gym cannot be planned into one’s own week', async () => {
  const plan = callAs(gym.trainer, putSchedule, { entries: [{ dayOfWeek: 1, routineId }] })
  expect((await refusal(plan)).code).toBe('not_found')
})

it('a trainer who becomes a member loses the library with the next request', async () => {
  await test.db
    .update(members)
    .set({ role: 'member' })
    .where(eq(members.userId, gym.trainer.userId))
  const read = callAs(gym.trainer, getRoutine, { routineId })
  expect((await refusal(read)).code).toBe('not_found')
})
