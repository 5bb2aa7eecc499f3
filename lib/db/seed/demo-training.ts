import { inArray } from 'drizzle-orm'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { exercises, weeklySchedule } from '@/lib/db/schema/library'
import { addDays, dayOfWeek } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import type { SetRow } from '@/lib/repositories/set-repository'
import {
  planSnapshotSchema,
  type RoutineDocument,
  routineDocumentSchema,
  type Target,
} from '@/lib/schemas/plan'
import { layOut, writePlanned } from '@/lib/use-cases/workouts/lay-out'
import { writeTotals } from '@/lib/use-cases/workouts/totals'
import { DEMO_BODY_WEIGHT_KG } from './demo-body'
import { DEMO_ROUTINES, type DemoLine, type DemoRoutine } from './demo-plan'

const WEEKS = 26
/** What a set takes, beside the rest before it. */
const SECONDS_OF_A_SET = 45
/** From one exercise of a superset to the next. */
const SECONDS_TO_PARTNER = 10

type Exercise = Pick<typeof exercises.$inferSelect, 'id' | 'name' | 'tracking'>
type Performed = Partial<
  Pick<SetRow, 'reps' | 'weight' | 'rpe' | 'durationSeconds' | 'distanceMeters'>
>
interface Day {
  localDate: string
  /** Where in the half year it is, 0 to 1. */
  progress: number
  /** What happens on it, 0 to 1. */
  chance: () => number
}

/** The routines of the demo athlete, on their days, and half a year of workouts of them up to the day before `today`. */
export async function trainHalfAYear(
  tx: Transaction,
  userId: string,
  today: string,
): Promise<void> {
  const scope = ownData({ userId })
  const known = await findExercises(tx)
  const plans: { routine: DemoRoutine; routineId: string; onDay: number }[] = []
  for (const routine of DEMO_ROUTINES) {
    const { day, isPaused } = routine
    const document = demoDocument(routine, known, ({ span }) => span?.[1] ?? null)
    const routineId = await new RoutineRepository(tx, scope).create(document)
    const onDay = dayOfWeek(addDays(today, day))
    plans.push({ routine, routineId, onDay })
    await tx
      .insert(weeklySchedule)
      .values({ userId, routineId, dayOfWeek: onDay, time: '18:00', isActive: !isPaused })
  }

  const chance = dice(7)
  const sessionIds: string[] = []
  for (let back = WEEKS * 7; back >= 1; back--) {
    const localDate = addDays(today, -back)
    const plan = plans.find(({ onDay }) => onDay === dayOfWeek(localDate))
    // Life comes in between now and then.
    if (!plan || plan.routine.isPaused || chance() < 0.09) continue
    const day = { localDate, progress: 1 - back / (WEEKS * 7), chance }
    const { head, planned } = demoWorkout(plan, { known, day })
    await writePlanned({ tx, scope }, planned, head)
    sessionIds.push(head.id)
  }

  const records = new RecordRepository(tx, scope)
  for (const { id, tracking } of known.values())
    await records.recompute({ id, tracking, since: new Date(0) })
  for (const id of sessionIds) await writeTotals(tx, scope, id)
}

async function findExercises(tx: Transaction): Promise<Map<string, Exercise>> {
  const slugs = DEMO_ROUTINES.flatMap(({ blocks }) => blocks.flat()).map((line) => line.exercise)
  const { id, slug, name, tracking } = exercises
  const found = await tx
    .select({ id, slug, name, tracking })
    .from(exercises)
    .where(inArray(slug, slugs))
  const missing = slugs.filter((each) => found.every((exercise) => exercise.slug !== each))
  if (missing.length > 0) throw new Error(`The demo names unknown exercises: ${missing.join(', ')}`)
  return new Map(found.map((exercise) => [exercise.slug ?? '', exercise]))
}

/** A routine with the loads of a day. Lines that take turns rest after the round. */
function demoDocument(
  { day: _d, isPaused: _p, blocks, ...head }: DemoRoutine,
  known: ReadonlyMap<string, Exercise>,
  loadOf: (line: DemoLine) => number | null,
): RoutineDocument {
  return routineDocumentSchema.parse({
    ...{ ...head, level: 'intermediate' },
    blocks: blocks.map((lines) => {
      const [first] = lines
      const isSuperset = lines.length > 1
      return {
        ...(isSuperset && {
          kind: 'superset',
          rounds: first?.sets,
          restSeconds: first?.restSeconds,
        }),
        exercises: lines.map((line) => {
          const { reps, progression, span } = line
          const load = span && loadOf(line)
          return {
            ...{ exerciseId: known.get(line.exercise)?.id, progression },
            ...{ repsMin: reps, repsMax: reps, sets: isSuperset ? 1 : line.sets },
            ...(!isSuperset && { restSeconds: line.restSeconds }),
            ...(reps === null
              ? { distanceMeters: load }
              : { weight: load, weightUnit: span && 'kg' }),
          }
        }),
      }
    }),
  })
}

const isSecond = (line: DemoLine, { blocks }: DemoRoutine): boolean =>
  blocks.some((lines) => lines.indexOf(line) > 0)

/** A workout of a routine on a day: as planned, but for what the day made of it. */
function demoWorkout(
  { routine, routineId }: { routine: DemoRoutine; routineId: string },
  { known, day }: { known: ReadonlyMap<string, Exercise>; day: Day },
) {
  const { localDate, chance } = day
  const lines = routine.blocks.flat()
  const document = demoDocument(routine, known, (line) => loadOn(day, line, lines))
  const facts = new Map([...known.values()].map((each) => [each.id, each]))
  const plan = planSnapshotSchema.parse({
    name: routine.name,
    blocks: document.blocks.map((block) => ({
      ...block,
      exercises: block.exercises.map((line) => {
        const { name, tracking } = facts.get(line.exerciseId) ?? {}
        return { ...line, name, tracking }
      }),
    })),
  })
  const id = newId()
  const laidOut = { sessionId: id, unit: 'kg' as const, maxes: new Map(), next: new Map() }
  const { logs, sets } = layOut(plan, laidOut)
  const startedAt = new Date(`${localDate}T17:${String(Math.floor(chance() * 50) + 10)}:00Z`)
  let at = startedAt.getTime()
  const done = logs.flatMap(({ id: logId }, place) => {
    const line = lines[place]
    if (!line) return []
    const own = sets.filter((set) => set.exerciseLogId === logId)
    const performed = perform(line, own[0]?.target ?? null, day)
    return own.map((set, index) => {
      const usual = isSecond(line, routine) ? SECONDS_TO_PARTNER : line.restSeconds
      const restSeconds = place + index === 0 ? null : usual + Math.round(chance() * 30)
      at += ((restSeconds ?? 0) + SECONDS_OF_A_SET) * 1000
      const performedAt = new Date(at)
      return { ...set, ...performed[index], restSeconds, performedAt, isCompleted: true }
    })
  })
  const minutes = routine.estimatedMinutes - 6 + Math.floor(chance() * 14)
  const durationSeconds = minutes * 60
  const completedAt = new Date(startedAt.getTime() + durationSeconds * 1000)
  const status = 'completed' as const
  const head = {
    ...{ id, name: routine.name, startedAt, localDate, status, completedAt, durationSeconds },
    ...{ feeling: chance() < 0.7 ? ('good' as const) : ('tired' as const), sessionRpe: 7 },
    bodyWeightKg: DEMO_BODY_WEIGHT_KG,
  }
  return { head, planned: { plan, routineId, logs, sets: done } }
}

/**
 * A load goes up every month or two, and the lines of a day are ahead of one another by parts of a
 * step, so that records come one by one.
 */
function loadOn({ progress }: Day, line: DemoLine, lines: readonly DemoLine[]): number | null {
  if (!line.span) return null
  const [from, to] = line.span
  const step = stepOf(line)
  const ahead = lines.indexOf(line) / lines.length
  return from + step * Math.floor(((to - from) / step) * progress + ahead)
}

function stepOf({ reps, span }: DemoLine): number {
  if (reps === null) return 1000
  const most = span?.[1] ?? 0
  return most < 10 ? 1 : most < 100 ? 2.5 : 5
}

/** What was done of a line: some days are lighter, and a last set may go worse or better. */
function perform(line: DemoLine, target: Target | null, { progress, chance }: Day): Performed[] {
  if (line.reps === null) {
    const distanceMeters = target?.distanceMeters ?? 0
    const secondsPerKm = 375 - 45 * progress + chance() * 12
    return [{ distanceMeters, durationSeconds: Math.round((distanceMeters / 1000) * secondsPerKm) }]
  }
  const reps = line.reps
  const lighter = chance() < 0.2 ? stepOf(line) : 0
  const weight = target?.weight == null ? null : target.weight - lighter
  const lastReps = reps + (chance() < 0.4 ? -1 : chance() < 0.03 ? 1 : 0)
  return Array.from({ length: line.sets }, (_, index) => ({
    ...{ weight, reps: index === line.sets - 1 ? lastReps : reps },
    rpe: Math.min(9.5, 7 + Math.floor(index / 2) * 0.5 + Math.round(chance())),
  }))
}

/** The same numbers at every start: a small linear congruential generator, 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
