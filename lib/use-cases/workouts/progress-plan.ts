import type { Transaction } from '@/lib/db/client'
import { plannedSets } from '@/lib/domain/plan-sets'
import { type DoneSet, type NextSets, progress } from '@/lib/domain/progression'
import type { AthleteScope } from '@/lib/policies/scope'
import { ProgressionRepository } from '@/lib/repositories/progression-repository'
import type { PlanSnapshot } from '@/lib/schemas/plan'
import { readTrainingMaxes } from '../routines/training-maxes'

export type PlannedLine = PlanSnapshot['blocks'][number]['exercises'][number]

/**
 * The sets to do next of each line that has a rule, from the log alone. One statement where a line
 * has a rule, two more where one has a wave, else none.
 *
 * @param of.today the day that is to be trained
 * @param of.maxes estimated one-rep maxes, kilograms by exercise
 */
export async function progressPlan(
  { tx, scope }: { tx: Transaction; scope: AthleteScope },
  of: {
    plan: PlanSnapshot
    routineId: string | null
    today: string
    maxes: ReadonlyMap<string, number>
  },
): Promise<Map<PlannedLine, NextSets>> {
  const { plan, routineId, today, maxes } = of
  const lines = placed(plan)
  const ruled = lines.filter(({ line }) => line.progression)
  if (!routineId || ruled.length === 0) return new Map()
  const ids = [...new Set(ruled.map(({ line }) => line.exerciseId))]
  const done = await new ProgressionRepository(tx, scope).listDone(routineId, ids)
  const waves = await readTrainingMaxes({ tx, scope }, { routineId, blocks: plan.blocks, today })

  return new Map(
    ruled.flatMap(({ line, rounds, place }) => {
      const { exerciseId, progression, tracking } = line
      if (!progression) return []
      const own = done.filter((set) => set.exerciseId === exerciseId && set.place === place)
      const wave = waves.get(exerciseId)
      const next = progress(progression, {
        tracking,
        planned: plannedSets(line, rounds),
        log: byWorkout(own),
        trainingMax: wave?.trainingMax ?? null,
        workoutCount: wave?.workoutCount ?? 0,
        oneRepMaxKg: maxes.get(exerciseId) ?? null,
      })
      return [[line, next] as const]
    }),
  )
}

/** Each line with how many times its exercise has stood in the plan so far, itself included. */
function placed(plan: PlanSnapshot): { line: PlannedLine; rounds: number; place: number }[] {
  const times = new Map<string, number>()
  return plan.blocks.flatMap(({ rounds, exercises }) =>
    exercises.map((line) => {
      const place = (times.get(line.exerciseId) ?? 0) + 1
      times.set(line.exerciseId, place)
      return { line, rounds, place }
    }),
  )
}

function byWorkout<T extends DoneSet & { sessionId: string }>(sets: readonly T[]): T[][] {
  const workouts = new Map<string, T[]>()
  for (const set of sets) workouts.set(set.sessionId, [...(workouts.get(set.sessionId) ?? []), set])
  return [...workouts.values()]
}
