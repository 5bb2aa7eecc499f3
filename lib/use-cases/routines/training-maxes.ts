import type { Transaction } from '@/lib/db/client'
import type { ProgressionRule, TrainingMax } from '@/lib/domain/progression'
import { currentTrainingMax } from '@/lib/domain/wave-progression'
import type { AthleteScope } from '@/lib/policies/scope'
import { ProgressionRepository } from '@/lib/repositories/progression-repository'

interface Line {
  exerciseId: string
  progression: ProgressionRule | null
}

interface StandingMax {
  trainingMax: TrainingMax | null
  /** Finished workouts with the line since then, all of them without a training max. */
  workoutCount: number
}

/**
 * Where the waves of a routine stand, by exercise. Two statements where it has waves, else none;
 * what is read grows with the workouts since the training max was set.
 */
export async function readTrainingMaxes(
  { tx, scope }: { tx: Transaction; scope: AthleteScope },
  of: { routineId: string; blocks: readonly { exercises: readonly Line[] }[]; today: string },
): Promise<Map<string, StandingMax>> {
  const lines = of.blocks.flatMap((block) => block.exercises)
  const waves = lines.filter((line) => line.progression?.kind === 'wave')
  const ids = [...new Set(waves.map((line) => line.exerciseId))]
  if (ids.length === 0) return new Map()
  const progression = new ProgressionRepository(tx, scope)
  const maxes = await progression.listTrainingMaxes(ids, of.today)
  const counts = await progression.countWorkouts(of.routineId, ids, maxes)
  return new Map(
    ids.map((id) => [
      id,
      { trainingMax: maxes.get(id) ?? null, workoutCount: counts.get(id) ?? 0 },
    ]),
  )
}

/** The training max of a line with a wave as it is today; null where nobody has set one. */
export function trainingMaxOf(
  { exerciseId, progression: rule }: Line,
  maxes: ReadonlyMap<string, StandingMax>,
): TrainingMax | null {
  const standing = maxes.get(exerciseId)
  if (rule?.kind !== 'wave' || !standing?.trainingMax) return null
  return currentTrainingMax(rule, standing.trainingMax, standing.workoutCount)
}
