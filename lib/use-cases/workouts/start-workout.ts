import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { addDays, localDate } from '@/lib/domain/local-date'
import { planOfWorkout } from '@/lib/domain/plan-of-workout'
import { plannedSets, resolveTarget } from '@/lib/domain/plan-sets'
import type { NextSets } from '@/lib/domain/progression'
import { ownData } from '@/lib/policies/own-data'
import { assertRoutineReader } from '@/lib/policies/routine'
import type { AthleteScope } from '@/lib/policies/scope'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { DiscardedRepository } from '@/lib/repositories/discarded-repository'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import { type PlanSnapshot, planSnapshotSchema } from '@/lib/schemas/plan'
import { startWorkoutSchema } from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import type { WriteContext } from './apply-operations'
import { makeWay } from './make-way'
import { type PlannedLine, progressPlan } from './progress-plan'
import { readWorkout } from './read-workout'
import { writeDocument } from './write-document'

/**
 * Starts a workout from a routine, a template, a workout done before, or empty: the plan as it is now is kept as a
 * snapshot, and its sets are laid out, with the loads that a line's rule makes of what was done. The same `id` again answers the same; while another
 * workout goes on it is a conflict, unless that one is to be replaced. Workouts that were discarded
 * more than a day ago are deleted for good on this occasion.
 */
export const startWorkout = defineUseCase({
  name: 'workout.start',
  kind: 'write',
  access: 'user',
  input: startWorkoutSchema,
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const id = input.id ?? newId()
    const running = await workouts.findInProgress()
    if (running?.id === id || (input.id && (await workouts.find(id)))) return { id }
    if (running) await makeWay({ tx, scope, actor, now }, running.id, input)
    await new DiscardedRepository(tx, scope).purge(now)

    const day = dayOf(input.date, localDate({ instant: now, ...actor }))
    const head = { id, startedAt: now, localDate: day }
    const isNew = await layOutWorkout({ tx, scope, actor, now }, input, head)
    // The same start was sent twice at once, and the other one made it.
    if (!isNew) return { id: (await workouts.get(id)).id }
    if (input.session) {
      const document = (path: string) => `session.${path}`
      await writeDocument(
        { tx, scope, actor, now },
        await workouts.get(id),
        input.session,
        document,
      )
    }
    await new AuditRepository(tx).record({
      actorId: actor.userId,
      action: 'session_started',
      subjectType: 'workout_session',
      subjectId: id,
      ownerId: scope.athleteId,
    })
    return { id }
  },
})

interface Wanted {
  routineId: string | null
  repeatOf: string | null
  name?: string | undefined
}

/**
 * Writes a workout with the exercises and sets that its plan asks for on its day.
 * @returns false where a session with this id exists already
 */
export async function layOutWorkout(
  { tx, scope, actor }: WriteContext,
  wanted: Wanted,
  head: { id: string; startedAt: Date; localDate: string } & Partial<SessionRow>,
): Promise<boolean> {
  const workouts = new WorkoutRepository(tx, scope)
  const { plan, routineId } = await findPlan({ tx, scope, actor }, wanted)
  const snapshotHash = plan ? hashOf(plan) : null
  if (plan && snapshotHash) await workouts.keepSnapshot(snapshotHash, plan)
  const name = wanted.name ?? plan?.name ?? dayName(head.startedAt, actor)
  const isNew = await workouts.create({ ...head, routineId, snapshotHash, name })
  if (!isNew || !plan) return isNew
  const maxes = await new RecordRepository(tx, scope).listOneRepMaxes()
  const about = { plan, routineId, today: head.localDate, maxes }
  const next = await progressPlan({ tx, scope }, about)
  const rows = layOut(plan, { sessionId: head.id, unit: actor.weightUnit, maxes, next })
  await workouts.addExercises(rows.logs)
  await new SetRepository(tx, scope).add(rows.sets)
  return true
}

const DAYS_BACK = 7

function dayOf(given: string | undefined, today: string): string {
  // Elsewhere on earth it is tomorrow already.
  if (given && (given < addDays(today, -DAYS_BACK) || given > addDays(today, 1)))
    throw new ValidationError({ date: [{ key: 'pastWeek' }] })
  return given ?? today
}

/** What is to be trained: a routine, a workout to repeat, or nothing yet. */
async function findPlan(
  context: { tx: Transaction; scope: AthleteScope; actor: Actor },
  { routineId, repeatOf }: { routineId: string | null; repeatOf: string | null },
): Promise<{ plan: PlanSnapshot | null; routineId: string | null }> {
  const { tx, scope } = context
  if (repeatOf) {
    const session = await new WorkoutRepository(tx, scope).get(repeatOf)
    const plan = planOfWorkout(await readWorkout(context, session))
    if (plan.blocks.length === 0) throw new ConflictError('nothingToTrain')
    return { plan, routineId: session.routineId }
  }
  if (!routineId) return { plan: null, routineId }
  const library = await assertRoutineReader(context, routineId)
  return { plan: await readPlan(new RoutineRepository(tx, library), routineId), routineId }
}

async function readPlan(routines: RoutineRepository, routineId: string): Promise<PlanSnapshot> {
  const routine = await routines.get(routineId)
  const blocks = await routines.getBlocks(routineId)
  if (blocks.every((block) => block.exercises.length === 0))
    throw new ConflictError('nothingToTrain')
  return planSnapshotSchema.parse({ name: routine.name, blocks })
}

/** The schema gives the keys their order, so equal plans have equal JSON. */
const hashOf = (plan: PlanSnapshot): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex')

/** An empty workout is called after its day and stays correctable. */
const dayName = (now: Date, { locale, timeZone }: { locale: string; timeZone: string }): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now)

function layOut(
  plan: PlanSnapshot,
  to: {
    sessionId: string
    unit: 'kg' | 'lb'
    maxes: ReadonlyMap<string, number>
    next: ReadonlyMap<PlannedLine, NextSets>
  },
) {
  const { sessionId, unit, maxes, next } = to
  const lines = plan.blocks.flatMap((block, index) =>
    block.exercises.map((line) => {
      const { sets, reason } = next.get(line) ?? {
        sets: plannedSets(line, block.rounds),
        reason: null,
      }
      return { block, index, line, sets, reason, logId: newId() }
    }),
  )
  return {
    logs: lines.map(({ block, index, line, reason, logId }, position) => ({
      id: logId,
      sessionId,
      exerciseId: line.exerciseId,
      position,
      block: index,
      blockKind: block.kind,
      restSeconds: line.restSeconds,
      tempo: line.tempo,
      planNotes: line.notes,
      reason,
    })),
    sets: lines.flatMap(({ line, sets, logId }) =>
      sets.map((planned, index) => ({
        exerciseLogId: logId,
        sessionId,
        exerciseId: line.exerciseId,
        setNumber: index + 1,
        kind: planned.kind,
        weightUnit: planned.weightUnit ?? unit,
        target: resolveTarget(planned, { oneRepMaxKg: maxes.get(line.exerciseId) ?? null, unit }),
      })),
    ),
  }
}
