import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/core/actor'
import { ConflictError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { partOfDay } from '@/lib/domain/part-of-day'
import { planOfWorkout } from '@/lib/domain/plan-of-workout'
import { plannedSets, resolveTarget } from '@/lib/domain/plan-sets'
import type { NextSets } from '@/lib/domain/progression'
import type { WeightUnit } from '@/lib/domain/units'
import { emptyName } from '@/lib/i18n/en/offline.json'
import { assertRoutineReader } from '@/lib/policies/routine'
import type { AthleteScope } from '@/lib/policies/scope'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import {
  type PlanSnapshot,
  planSnapshotSchema,
  type SetKind,
  type Target,
} from '@/lib/schemas/plan'
import type { WriteContext } from './apply-operations'
import { type PlannedLine, progressPlan } from './progress-plan'
import { readWorkout } from './read-workout'

interface Wanted {
  routineId: string | null
  repeatOf: string | null
  name?: string | undefined
}

/** Who reads; nothing is written. */
export interface Reading {
  tx: Transaction
  scope: AthleteScope
  actor: Actor
}

/**
 * The exercises and sets that a plan asks for on a day, with the loads that a line's rule makes of what
 * was done; without a plan none.
 * @throws ConflictError for an empty plan, NotFoundError for one that the person may not read
 */
export async function planWorkout(
  { tx, scope, actor }: Reading,
  wanted: Wanted,
  { id, today }: { id: string; today: string },
): Promise<PlannedWorkout> {
  const { plan, routineId } = await findPlan({ tx, scope, actor }, wanted)
  if (!plan) return { plan, routineId, logs: [], sets: [] }
  const maxes = await new RecordRepository(tx, scope).listOneRepMaxes()
  const next = await progressPlan({ tx, scope }, { plan, routineId, today, maxes })
  const rows = layOut(plan, { sessionId: id, unit: actor.weightUnit, maxes, next })
  return { plan, routineId, ...rows }
}

/** The next workout of a routine, which is not written; null without an exercise, since it cannot be started. */
export async function planUnlessEmpty(
  reading: Reading,
  routineId: string,
  today: string,
): Promise<PlannedWorkout | null> {
  try {
    return await planWorkout(reading, { routineId, repeatOf: null }, { id: newId(), today })
  } catch (error) {
    if (error instanceof ConflictError) return null
    throw error
  }
}

/** What a workout is to hold, before it is written. */
export interface PlannedWorkout extends Pick<ReturnType<typeof layOut>, 'logs'> {
  plan: PlanSnapshot | null
  routineId: string | null
  sets: readonly PlannedRow[]
}

interface PlannedRow {
  id: string
  exerciseLogId: string
  sessionId: string
  exerciseId: string
  setNumber: number
  kind: SetKind
  weightUnit: WeightUnit
  target: Target | null
}

/**
 * Writes a workout with the exercises and sets that its plan asks for on its day.
 * @returns false where a session with this id exists already
 */
export async function layOutWorkout(
  context: WriteContext,
  wanted: Wanted,
  head: Head,
): Promise<boolean> {
  const today = head.localDate
  const planned = await planWorkout(context, wanted, { id: head.id, today })
  const name =
    wanted.name ??
    planned.plan?.name ??
    emptyName[partOfDay(head.startedAt, context.actor.timeZone)]
  return writePlanned(context, planned, { ...head, name })
}

type Head = { id: string; startedAt: Date; localDate: string } & Partial<SessionRow>

/** Writes a workout as it was planned. @returns false where a session with its id exists already */
export async function writePlanned(
  { tx, scope }: Pick<WriteContext, 'tx' | 'scope'>,
  { plan, routineId, logs, sets }: PlannedWorkout,
  head: Head & { name: string },
): Promise<boolean> {
  const workouts = new WorkoutRepository(tx, scope)
  const snapshotHash = plan ? hashOf(plan) : null
  if (plan && snapshotHash) await workouts.keepSnapshot(snapshotHash, plan)
  const isNew = await workouts.create({ ...head, routineId, snapshotHash })
  if (!isNew) return false
  await workouts.addExercises(logs)
  await new SetRepository(tx, scope).add(sets)
  return true
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

/** The rows that a plan asks for: an exercise a line, and its sets with what they aim at. */
export function layOut(
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
        id: newId(),
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
