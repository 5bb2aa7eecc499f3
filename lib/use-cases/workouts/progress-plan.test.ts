import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { planSnapshots, trainingMaxes } from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { addDays, localDate } from '@/lib/domain/local-date'
import type { ProgressionRule } from '@/lib/domain/progression'
import { parseWave } from '@/lib/domain/wave-text'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first } from '@/tests/helpers/workouts'
import { createRoutine } from '../routines/write-routines'
import { correctWorkout } from './correct-workout'
import { completeWorkout, deleteWorkout } from './finish-workout'
import { logSet } from './log-set'
import { comparePlanOfWorkout, getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'

const linear: ProgressionRule = {
  ...{ kind: 'linear', step: 2.5, unit: 'kg', misses: 2, deloadPercent: 10 },
}
const waveOf = (text: string): ProgressionRule => ({
  ...{ kind: 'wave', step: 5, unit: 'kg', weeks: parseWave(text) ?? [] },
})

let test: TestDatabase
let benchId: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchId = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

/** A person with a routine of bench press lines: two sets of five at 80 kg unless they say else. */
async function personWith(...lines: object[]) {
  const actor = await createPerson(test.db)
  const exercises = lines.map((line) => ({
    ...{ exerciseId: benchId, sets: 2, repsMin: 5, repsMax: 5, weight: 80, weightUnit: 'kg' },
    ...line,
  }))
  const { routineId } = await callAs(actor, createRoutine, { name: 'A', blocks: [{ exercises }] })
  return { actor, routineId }
}

async function start(actor: Actor, routineId: string) {
  const { id } = await callAs(actor, startWorkout, { routineId })
  return callAs(actor, getWorkout, { id })
}

type Workout = Awaited<ReturnType<typeof start>>

/** Does every set of each exercise with these figures, and finishes. */
async function finish(actor: Actor, workout: Workout, ...figures: Record<string, unknown>[]) {
  for (const [index, log] of workout.exercises.entries()) {
    for (const set of log.sets) await callAs(actor, logSet, change(set, figures[index] ?? {}))
  }
  await callAs(actor, completeWorkout, { sessionId: workout.id })
  return workout.id
}

async function train(person: Awaited<ReturnType<typeof personWith>>, ...figures: object[]) {
  const workout = await start(person.actor, person.routineId)
  return finish(person.actor, workout, ...figures.map((figure) => ({ ...figure })))
}

/** What the next workout would ask for; it is thrown away again. */
async function ask({ actor, routineId }: Awaited<ReturnType<typeof personWith>>) {
  const workout = await start(actor, routineId)
  await test.db.delete(workoutSessions).where(eq(workoutSessions.id, workout.id))
  return workout.exercises.map(({ sets, reason }) => ({
    targets: sets.map((set) => set.target?.weight),
    grey: sets.map((set) => [set.weight, set.reps]),
    reason,
  }))
}

describe('a line with a rule', () => {
  it('starts with its own weight, then goes on from what was done and says why', async () => {
    const person = await personWith({ progression: linear })
    expect(await ask(person)).toMatchObject([{ targets: [80, 80], reason: null }])
    await train(person, { weight: 80, reps: 5 })
    expect(await ask(person)).toEqual([
      {
        targets: [82.5, 82.5],
        grey: [
          [82.5, 5],
          [82.5, 5],
        ],
        reason: { key: 'raised', values: { scheme: '2×5', weight: 80, unit: 'kg', next: 82.5 } },
      },
    ])
  })

  it('answers the next sets with the latest workout only, in the unit of the person', async () => {
    const person = await personWith({ progression: linear })
    const sessionId = await train(person, { weight: 80, reps: 5 })
    const actor = { ...person.actor, weightUnit: 'lb' as const }
    const values = { scheme: '2×5', weight: '80\u00a0kg ≈ 176', unit: 'lb', next: 180 }
    expect((await callAs(actor, comparePlanOfWorkout, { id: sessionId }))?.next).toEqual([
      {
        name: 'Barbell Bench Press',
        rounds: 1,
        sets: [{ count: 2, text: '5 · 180\u00a0lb' }],
        reason: { key: 'raised', values },
      },
    ])
    await train(person, { weight: 82.5, reps: 5 })
    expect((await callAs(actor, comparePlanOfWorkout, { id: sessionId }))?.next).toEqual([])
  })

  it('goes by the weight that the workout asked for where as many sets had another', async () => {
    const person = await personWith({ progression: linear })
    const workout = await start(person.actor, person.routineId)
    for (const [at, set] of first(workout.exercises).sets.entries())
      await callAs(person.actor, logSet, change(set, { weight: at === 0 ? 82.5 : 80, reps: 5 }))
    await callAs(person.actor, completeWorkout, { sessionId: workout.id })
    expect(await ask(person)).toMatchObject([
      { targets: [82.5, 82.5], reason: { key: 'raised', values: { weight: 80 } } },
    ])
  })

  it('answers dumbbells as a rack has them, and what was lifted as it was typed', async () => {
    const dumbbellId = await exerciseId('dumbbell-shoulder-press')
    const double = { kind: 'double', step: 2.5, unit: 'kg' }
    const line = { exerciseId: dumbbellId, weight: 10, progression: double, repsMax: 8 }
    const person = await personWith(line)
    const sessionId = await train(person, { weight: 10, reps: 5 })
    const actor = { ...person.actor, weightUnit: 'lb' as const }
    expect((await callAs(actor, comparePlanOfWorkout, { id: sessionId }))?.next).toMatchObject([
      {
        sets: [{ count: 2, text: '6 · 22.5\u00a0lb' }],
        reason: { values: { weight: '10\u00a0kg, nearest weight 22.5' } },
      },
    ])
  })

  it('keeps the rule in the snapshot', async () => {
    const person = await personWith({ progression: linear })
    await train(person, { weight: 80, reps: 5 })
    const [snapshot] = await test.db
      .select()
      .from(planSnapshots)
      .where(eq(planSnapshots.userId, person.actor.userId))
    expect(snapshot?.content.blocks[0]?.exercises[0]?.progression).toEqual(linear)
  })

  it('follows a correction and a deletion of what was done', async () => {
    const person = await personWith({ progression: linear })
    await train(person, { weight: 80, reps: 5 })
    const sessionId = await train(person, { weight: 82.5, reps: 4 })
    expect(await ask(person)).toMatchObject([{ targets: [82.5, 82.5], reason: { key: 'again' } }])
    const { actor } = person
    const log = first((await callAs(actor, getWorkout, { id: sessionId })).exercises)
    const sets = log.sets.map((set) => ({
      ...{ setId: set.id, weight: 82.5, weightUnit: 'kg', reps: 5 },
    }))
    await callAs(actor, correctWorkout, { sessionId, name: 'A', notes: '', sets })
    expect(await ask(person)).toMatchObject([{ targets: [85, 85] }])
    await callAs(actor, deleteWorkout, { sessionId })
    expect(await ask(person)).toMatchObject([{ targets: [82.5, 82.5] }])
  })

  it('knows no warm-ups, slips, or sets that were taken out or not done', async () => {
    const person = await personWith({ progression: linear })
    const id = await train(person, { weight: 80, reps: 5 })
    const [log] = await test.db.select().from(exerciseLogs).where(eq(exerciseLogs.sessionId, id))
    if (!log) throw new Error('No log')
    const { sessionId, userId } = log
    const other = {
      ...{ exerciseLogId: log.id, sessionId, userId, exerciseId: benchId, setNumber: 0 },
      ...{ weight: 200, weightUnit: 'kg' as const, reps: 1, isCompleted: true },
      performedAt: new Date(),
    }
    await test.db.insert(setLogs).values([
      { ...other, kind: 'warmup' },
      { ...other, isSlip: true },
      { ...other, deletedAt: new Date() },
      { ...other, isCompleted: false },
    ])
    expect(await ask(person)).toMatchObject([{ targets: [82.5, 82.5] }])
  })

  it("goes by this routine's workouts, and by the line where an exercise stands twice", async () => {
    const person = await personWith({ progression: linear }, { progression: linear, weight: 60 })
    await train(person, { weight: 80, reps: 5 }, { weight: 60, reps: 3 })
    const { actor } = person
    const other = await callAs(actor, createRoutine, {
      ...{ name: 'B', blocks: [{ exercises: [{ exerciseId: benchId, repsMin: 5 }] }] },
    })
    await train({ actor, routineId: other.routineId }, { weight: 40, reps: 5 })
    expect(await ask(person)).toMatchObject([
      { targets: [82.5, 82.5], reason: { key: 'raised' } },
      { targets: [60, 60], reason: { key: 'again' } },
    ])
  })

  it('goes on from the same line of another routine, and from no other line', async () => {
    const person = await personWith({ progression: linear })
    const { actor } = person
    const twin = {
      ...{ exerciseId: benchId, sets: 2, repsMin: 5, repsMax: 5, weight: 80, weightUnit: 'kg' },
      progression: linear,
    }
    const routineWith = async (name: string, exercise: object) => {
      const { routineId } = await callAs(actor, createRoutine, {
        ...{ name, blocks: [{ exercises: [exercise] }] },
      })
      return { actor, routineId }
    }
    const b = await routineWith('B', twin)
    const light = await routineWith('Light', { ...twin, sets: 4 })
    await train(person, { weight: 80, reps: 5 })
    await train(b, { weight: 82.5, reps: 5 })
    await train(light, { weight: 60, reps: 5 })
    expect(await ask(person)).toMatchObject([{ targets: [85, 85], reason: { key: 'raised' } }])
  })

  it('leaves lines without a rule as they are', async () => {
    const person = await personWith({})
    await train(person, { weight: 90, reps: 5 })
    expect(await ask(person)).toMatchObject([{ targets: [80, 80], reason: null }])
  })

  it('is left out where a workout is done again as it was', async () => {
    const person = await personWith({ progression: linear })
    const repeatOf = await train(person, { weight: 80, reps: 5 })
    const { id } = await callAs(person.actor, startWorkout, { repeatOf })
    const again = await callAs(person.actor, getWorkout, { id })
    expect(again.exercises).toMatchObject([{ reason: null }])
    expect(again.exercises[0]?.sets[0]?.target?.weight).toBe(80)
  })
})

describe('a wave', () => {
  const max = (actor: Actor, value: number, since: string, createdAt = new Date(0)) =>
    test.db.insert(trainingMaxes).values({
      ...{ userId: actor.userId, exerciseId: benchId, value, unit: 'kg', since, createdAt },
    })
  const today = (actor: Actor) => localDate({ instant: new Date(), ...actor })

  it('goes through its weeks and raises the training max after them', async () => {
    const person = await personWith({ progression: waveOf('50x5 / 60x3+') })
    await max(person.actor, 100, today(person.actor))
    for (const [week, weight] of [
      [1, 50],
      [2, 60],
      [1, 52.5],
    ]) {
      const [line] = await ask(person)
      expect(line).toMatchObject({ targets: [weight], reason: { key: 'wave', values: { week } } })
      await train(person, { weight, reps: 5 })
    }
    expect((await ask(person))[0]?.reason?.values).toMatchObject({ week: 2, max: 105 })
  })

  it('counts from the newest training max that holds by today', async () => {
    const person = await personWith({ progression: waveOf('50x5 / 60x3') })
    const { actor } = person
    await max(actor, 100, addDays(today(actor), -7))
    await train(person, { weight: 50, reps: 5 })
    await max(actor, 200, addDays(today(actor), 1))
    expect(await ask(person)).toMatchObject([{ targets: [60] }])
    await max(actor, 120, today(actor), new Date())
    expect(await ask(person)).toMatchObject([{ targets: [60], reason: { values: { week: 1 } } }])
  })

  it('begins from 90 % of the estimated max, and without that says what to do', async () => {
    const person = await personWith({ progression: waveOf('50x5 / 60x3') })
    expect(await ask(person)).toMatchObject([{ targets: [null], reason: { key: 'waveUnknown' } }])
    await train(person, { weight: 100, reps: 1 })
    expect(await ask(person)).toMatchObject([
      { targets: [55], reason: { key: 'waveEstimated', values: { week: 2, max: 90 } } },
    ])
  })

  it('passes over workouts in which the exercise was not done', async () => {
    const person = await personWith({ progression: waveOf('50x5 / 60x3') }, {})
    await max(person.actor, 100, today(person.actor))
    const id = await train(person, { weight: 50, reps: 5 }, { weight: 80, reps: 5 })
    await test.db
      .update(exerciseLogs)
      .set({ performedOn: null })
      .where(and(eq(exerciseLogs.sessionId, id), eq(exerciseLogs.exerciseId, benchId)))
    expect((await ask(person))[0]).toMatchObject({ reason: { values: { week: 1 } } })
  })
})
