import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { exercisePreferences, trainingMaxes } from '@/lib/db/schema/library'
import { workoutSessions } from '@/lib/db/schema/training'
import { parseWave } from '@/lib/domain/wave-text'
import { getMeasurementTrends } from '@/lib/use-cases/body/measurement-trends'
import { addMeasurement } from '@/lib/use-cases/body/measurements'
import { getDashboard } from '@/lib/use-cases/dashboard/get-dashboard'
import { getExerciseHistory, saveExerciseNote } from '@/lib/use-cases/exercises/exercise-history'
import { createGym } from '@/lib/use-cases/gyms/write-gyms'
import { getProfile, updateProfile } from '@/lib/use-cases/profile/profile'
import { getExerciseRecords } from '@/lib/use-cases/records/read-records'
import { updateRoutineFromWorkout } from '@/lib/use-cases/routines/update-from-workout'
import { createRoutine } from '@/lib/use-cases/routines/write-routines'
import { putSchedule } from '@/lib/use-cases/schedule/schedule'
import { completeWorkout, deleteWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getPreviousWorkout, getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { getCatalogue, getTraining } from '@/lib/use-cases/workouts/train'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { joinGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { addExercise, change, exerciseId } from '@/tests/helpers/workouts'
import { trainingOf } from './owned'

/**
 * What somebody does comes to the same whoever else is there: suggestions, records, progression and
 * sums of a person who trains alone, and of one who does the same among stronger ones. They share the
 * exercises of the library and the routine of a gym.
 */
const linear = { kind: 'linear', step: 2.5, unit: 'kg', misses: 2, deloadPercent: 10 }
const wave = { kind: 'wave', step: 5, unit: 'kg', weeks: parseWave('65x5 75x5+ / 70x3 80x3+') }

let test: TestDatabase
let gymId: string
let gymRoutineId: string
let bench: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
  const owner = await createPerson(test.db)
  ;({ gymId } = await callAs(owner, createGym, { name: 'Iron Harbor' }))
  const line = { exerciseId: bench, sets: 2, repsMin: 5, repsMax: 5, progression: linear }
  const lines = [line, { ...line, exerciseId: squat, progression: wave }]
  const blocks = lines.map((each) => ({ exercises: [each] }))
  const gymRoutine = { gymId, name: 'Of the gym', blocks }
  ;({ routineId: gymRoutineId } = await callAs(owner, createRoutine, gymRoutine))
})
afterAll(() => test.drop())

/**
 * Somebody's time in the gym: all they are answered on the way, and the rows they leave.
 * @param meanwhile what others do before its last part
 */
async function live(weight: number, meanwhile?: () => Promise<void>): Promise<unknown> {
  const person = await joinGym(test.db, gymId, 'trainer')
  const isStronger = weight > 60
  const said: unknown[] = []
  const line = { sets: 2, repsMin: 5, repsMax: 5, weight, weightUnit: 'kg' }
  const { routineId } = await callAs(person, createRoutine, {
    name: 'Own',
    blocks: [
      { exercises: [{ ...line, exerciseId: bench, progression: linear }] },
      { exercises: [{ ...line, exerciseId: squat, progression: wave }] },
    ],
  })
  for (const exercise of isStronger ? [bench, squat] : [bench])
    await callAs(person, saveExerciseNote, { exerciseId: exercise, note: `Grip ${weight}` })
  if (isStronger)
    await test.db
      .update(exercisePreferences)
      .set({ weightUnit: 'lb', restSeconds: 300 })
      .where(eq(exercisePreferences.userId, person.userId))
  await test.db.insert(trainingMaxes).values({
    ...{ userId: person.userId, exerciseId: squat, value: weight, unit: 'kg' },
    since: isStronger ? '2026-02-01' : '2026-01-01',
  })
  await callAs(person, updateProfile, {
    ...{ name: `Kim ${weight}`, weightUnit: 'kg', distanceUnit: 'km', timeZone: 'UTC' },
    ...{ firstDayOfWeek: 1, dayCutoffHour: 4, bodyWeight: weight, bodyWeightUnit: 'kg' },
  })
  const day = isStronger ? '02' : '01'
  for (const month of [1, 2, ...(isStronger ? [3] : [])])
    await callAs(person, addMeasurement, {
      ...{ kind: 'waist', value: weight + month, unit: 'cm', measuredOn: `2026-0${month}-${day}` },
    })
  await callAs(person, putSchedule, {
    entries: [1, 2, 3, 4, 5, 6, 0].map((dayOfWeek) => ({ dayOfWeek, routineId })),
  })

  for (const [routine, done] of [
    [routineId, weight],
    [routineId, weight + 2.5],
    [gymRoutineId, weight - 10],
    [gymRoutineId, weight + 5],
  ] as const) {
    const id = await train(person, routine, { done: { weight: done, reps: 6 }, said })
    said.push(await callAs(person, getPreviousWorkout, { id }))
    if (routine === routineId) await callAs(person, updateRoutineFromWorkout, { sessionId: id })
  }
  const removed = await train(person, routineId, {
    ...{ done: { weight: weight + 20, reps: 1 }, said },
  })
  await meanwhile?.()
  if (isStronger) await beginEarlier(person)
  await callAs(person, deleteWorkout, { sessionId: removed })
  await trainFreely(person, { weight, reps: 10 }, said)
  said.push(
    await callAs(person, getProfile, {}),
    await callAs(person, getMeasurementTrends, {}),
    await callAs(person, getDashboard, {}),
    await callAs(person, getExerciseHistory, { exerciseId: bench, range: 'all' }),
    await callAs(person, getExerciseRecords, { exerciseId: bench }),
  )
  return masked({ said, left: await trainingOf(test.db, person.userId) })
}

/** One workout of a routine, every set with the same figures. */
async function train(
  person: Actor,
  routineId: string,
  { done, said }: { done: { weight: number; reps: number }; said: unknown[] },
): Promise<string> {
  const { id } = await callAs(person, startWorkout, { routineId })
  const workout = await callAs(person, getWorkout, { id })
  said.push(workout, await callAs(person, getTraining, { sessionId: id }))
  for (const set of workout.exercises.flatMap(({ sets }) => sets))
    said.push(await callAs(person, logSet, change(set, done)))
  await callAs(person, completeWorkout, { sessionId: id })
  said.push(await callAs(person, getWorkout, { id }))
  return id
}

/** The records of one set have the same instant, and come in any order. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((each) => each?.kind && 'value' in each)) return value
  const meaning = ({ kind, bucket, value }: Record<string, unknown>) => [kind, bucket, value].join()
  return value.toSorted((one, other) => (meaning(one) < meaning(other) ? -1 : 1))
}

/** A workout without a plan, where exercises are added as it goes on. */
async function trainFreely(person: Actor, done: object, said: unknown[]): Promise<void> {
  const { id: sessionId } = await callAs(person, startWorkout, {})
  for (const exercise of [bench, squat])
    said.push(await addExercise(person, { sessionId, exerciseId: exercise }))
  const workout = await callAs(person, getWorkout, { id: sessionId })
  said.push(workout)
  for (const set of workout.exercises.flatMap(({ sets }) => sets))
    said.push(await callAs(person, logSet, change(set, { ...done })))
  said.push(
    await callAs(person, getTraining, { sessionId }),
    await callAs(person, getCatalogue, {}),
  )
  await callAs(person, completeWorkout, { sessionId })
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** How long a workout took is as long as this machine took. */
const DURATION = /(?<="duration(?:Seconds|_seconds|_s)":)\d+/g
const INSTANT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}[^"]*/g

/** Without what is by chance: an id is known by when it came up first, and instants are all alike. */
function masked(value: unknown): unknown {
  const seen: string[] = []
  const place = (id: string) => {
    if (!seen.includes(id)) seen.push(id)
    return `#${seen.indexOf(id)}`
  }
  const text = JSON.stringify(JSON.parse(JSON.stringify(value), inOneOrder))
    .replaceAll(INSTANT, 'then')
    .replaceAll(DURATION, '0')
    .replaceAll(UUID, place)
  return JSON.parse(text.replaceAll(/\b[0-9a-f]{64}\b/g, 'hash'))
}

/** As if somebody's first workout had been a week before. */
async function beginEarlier({ userId }: Actor): Promise<void> {
  const own = eq(workoutSessions.userId, userId)
  const first = test.db.select({ id: workoutSessions.id }).from(workoutSessions).where(own)
  await test.db
    .update(workoutSessions)
    .set({ localDate: sql`${workoutSessions.localDate} - 7` })
    .where(inArray(workoutSessions.id, first.orderBy(workoutSessions.id).limit(1)))
}

async function others(): Promise<void> {
  for (const weight of [100, 140]) await live(weight)
}

it('comes to the same alone and among stronger ones', async () => {
  const alone = await live(60)
  await others()
  expect(await live(60, others)).toEqual(alone)
}, 60_000)
