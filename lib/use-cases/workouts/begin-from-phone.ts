import { AppError, NotFoundError } from '@/lib/core/errors'
import { localDate } from '@/lib/domain/local-date'
import type { Operation } from '@/lib/domain/training/operations'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { TrainingRepository } from '@/lib/repositories/training-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'
import { type PlannedWorkout, planWorkout, writePlanned } from './lay-out'
import { makeWay } from './make-way'

type Start = Extract<Operation, { type: 'start' }>

/** A phone's clock may be wrong: nothing was started longer ago. */
const LONGEST_AGO_MS = 14 * 86_400_000

/**
 * Makes the workout that a phone started without a network, under the phone's own ids. Where the plan
 * is still the one the phone knew, its targets and reasons are those of now, since the server may know
 * of workouts that the phone did not; else the phone's layout stands as it was trained. A workout that
 * goes on elsewhere is finished with its last set, or discarded where nothing was done. The same start
 * again changes nothing.
 * @throws NotFoundError for an exercise that is not the person's to use
 */
export async function beginFromPhone(context: WriteContext, start: Start): Promise<void> {
  const { tx, scope, actor, now } = context
  const { sessionId: id } = start
  const workouts = new WorkoutRepository(tx, scope)
  if (await workouts.find(id)) return
  const used = [...new Set(start.exercises.map(({ exerciseId }) => exerciseId))]
  const known = await new TrainingRepository(tx, scope).listFacts(used)
  if (used.some((exerciseId) => !known[exerciseId])) throw new NotFoundError()

  const startedAt = believable(start.at, now)
  const today = localDate({ instant: startedAt, ...actor })
  const planned = await planAgain(context, start, today)
  const running = await workouts.findInProgress()
  if (running) {
    const isFinishing = running.setsDone > 0
    await makeWay(context, running.id, { isFinishing, isReplacing: !isFinishing })
  }
  const head = { id, startedAt, localDate: today, name: start.name }
  const isNew = await writePlanned(context, planned, head)
  if (!isNew) return
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: 'session_started',
    subjectType: 'workout_session',
    subjectId: id,
    ownerId: scope.athleteId,
  })
}

/** The plan of now under the ids of the phone, or what the phone laid out where they differ. */
async function planAgain(
  context: WriteContext,
  start: Start,
  today: string,
): Promise<PlannedWorkout> {
  const { sessionId, exercises, routineId } = start
  const own = rowsOf(start)
  const asked = { routineId, repeatOf: null }
  const planned = await planWorkout(context, asked, { id: sessionId, today }).catch((error) => {
    // The routine may be gone or empty by now; the workout was trained all the same.
    if (error instanceof AppError) return null
    throw error
  })
  if (!planned?.plan) return { plan: null, routineId: null, ...own }
  const isSame =
    planned.sets.length === own.sets.length &&
    planned.logs.length === own.logs.length &&
    planned.logs.every(({ exerciseId }, at) => exerciseId === exercises[at]?.exerciseId) &&
    planned.sets.every(({ exerciseId }, at) => exerciseId === own.sets[at]?.exerciseId)
  if (!isSame) return { ...planned, ...own }
  return {
    ...planned,
    logs: planned.logs.map((log, at) => ({ ...log, id: own.logs[at]?.id ?? log.id })),
    sets: planned.sets.map((set, at) => {
      const { id, exerciseLogId } = own.sets[at] ?? set
      return { ...set, id, exerciseLogId }
    }),
  }
}

function rowsOf({ sessionId, exercises }: Start): Pick<PlannedWorkout, 'logs' | 'sets'> {
  return {
    logs: exercises.map(({ sets: _, ...exercise }, position) => ({
      ...{ ...exercise, sessionId, position },
    })),
    sets: exercises.flatMap(({ id: exerciseLogId, exerciseId, sets }) =>
      sets.map((set, index) => ({
        ...{ ...set, exerciseLogId, exerciseId, sessionId, setNumber: index + 1 },
      })),
    ),
  }
}

const believable = (at: string, now: Date): Date =>
  new Date(Math.min(now.getTime(), Math.max(Date.parse(at), now.getTime() - LONGEST_AGO_MS)))
