import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { getDatabase } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { personalRecords, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { foldRecords, shownRecords } from '@/lib/domain/records'
import { editWorkout } from '@/lib/use-cases/workouts/edit-workout'
import { completeWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { callAs } from './people'

/** The id of a built-in exercise. */
export async function exerciseId(slug: string): Promise<string> {
  const [row] = await getDatabase()
    .select({ id: exercises.id })
    .from(exercises)
    .where(eq(exercises.slug, slug))
  if (!row) throw new Error(`No exercise ${slug}`)
  return row.id
}

/** A running workout with one exercise. */
export async function workoutWith(actor: Actor, exercise: string) {
  const { id } = await callAs(actor, startWorkout, {})
  await addExercise(actor, { sessionId: id, exerciseId: exercise })
  return callAs(actor, getWorkout, { id })
}

export const addExercise = (actor: Actor, input: { sessionId: string; exerciseId: string }) =>
  callAs(actor, editWorkout, { type: 'addExercise', ...input })

export const addSet = (actor: Actor, input: { sessionId: string; exerciseLogId: string }) =>
  callAs(actor, editWorkout, {
    ...{ type: 'addSets', ...input },
    sets: [{ id: newId(), kind: 'normal' }],
  })

/** What a row posts to say that its set is done and meant, however odd; figures as they are typed. */
export const change = (set: { id: string; revision: number }, values: Record<string, unknown>) => ({
  setId: set.id,
  opId: newId(),
  baseRevision: set.revision,
  weightUnit: 'kg',
  isCompleted: true,
  isMeant: true,
  ...Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'number' || value === null ? String(value ?? '') : value,
    ]),
  ),
})

export function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('Nothing there')
  return item
}

/** A finished workout with these sets of one exercise, in kg. */
export async function trainedSession(
  actor: Actor,
  sets: readonly [weight: number, reps: number][],
  exercise: string,
) {
  const workout = await workoutWith(actor, exercise)
  const log = first(workout.exercises)
  while (
    first((await callAs(actor, getWorkout, { id: workout.id })).exercises).sets.length < sets.length
  ) {
    await addSet(actor, { sessionId: workout.id, exerciseLogId: log.id })
  }
  const open = first((await callAs(actor, getWorkout, { id: workout.id })).exercises).sets
  for (const [index, [weight, reps]] of sets.entries()) {
    const set = open[index]
    if (set) await callAs(actor, logSet, change(set, { weight, reps }))
  }
  await callAs(actor, completeWorkout, { sessionId: workout.id })
  return callAs(actor, getWorkout, { id: workout.id })
}

/**
 * Every standing and past record, recomputed slowly from all sets, as the table should have it, and
 * the record counts of finished workouts that follow from the table.
 */
export async function expectRecordsRight(actor: Actor, exercise: string) {
  const sets = await getDatabase()
    .select()
    .from(setLogs)
    .where(
      and(
        eq(setLogs.userId, actor.userId),
        eq(setLogs.exerciseId, exercise),
        eq(setLogs.isCompleted, true),
        isNull(setLogs.deletedAt),
      ),
    )
  const entries = foldRecords({
    tracking: 'weight_reps',
    standing: [],
    sets: sets.flatMap((set) =>
      set.performedAt ? [{ ...set, setId: set.id, performedAt: set.performedAt }] : [],
    ),
  })
  const rows = await getDatabase()
    .select()
    .from(personalRecords)
    .where(and(eq(personalRecords.userId, actor.userId), eq(personalRecords.exerciseId, exercise)))
  const key = (row: {
    setId: string
    kind: string
    bucket: number
    value: number
    previousValue: number | null
  }) => [row.setId, row.kind, row.bucket, row.value, row.previousValue].join()
  expect(rows.map(key).sort()).toEqual(entries.map(key).sort())
  const standing = rows
    .filter((row) => row.supersededAt === null)
    .map((row) => `${row.kind}:${row.bucket}`)
  expect(new Set(standing).size).toBe(standing.length)
  expect(new Set(standing)).toEqual(new Set(rows.map((row) => `${row.kind}:${row.bucket}`)))
  await expectCountsRight(actor)
}

async function expectCountsRight({ userId }: Actor) {
  const db = getDatabase()
  const sessions = await db
    .select({ id: workoutSessions.id, recordCount: workoutSessions.recordCount })
    .from(workoutSessions)
    .where(and(eq(workoutSessions.userId, userId), eq(workoutSessions.status, 'completed')))
  const rows = await db.select().from(personalRecords).where(eq(personalRecords.userId, userId))
  const counted = sessions.map(({ id }) => {
    const own = rows.filter((row) => row.sessionId === id)
    const exercises = [...new Set(own.map((row) => row.exerciseId))]
    const withRecord = exercises.filter(
      (exercise) => shownRecords(own.filter((row) => row.exerciseId === exercise)).length > 0,
    )
    return { id, recordCount: withRecord.length }
  })
  expect(sessions).toEqual(counted)
}
