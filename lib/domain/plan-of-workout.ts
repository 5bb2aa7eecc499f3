import type { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedSet, PlanSnapshot, SetKind } from '@/lib/schemas/plan'

interface DoneSet {
  kind: SetKind
  isCompleted: boolean
  reps: number | null
  weight: number | null
  weightUnit: 'kg' | 'lb'
  durationSeconds: number | null
  distanceMeters: number | null
}

export interface DoneExercise {
  exerciseId: string
  name: string
  tracking: Tracking
  block: number
  blockKind: (typeof BLOCK_KINDS)[number]
  restSeconds: number | null
  tempo: string | null
  planNotes: string
  sets: readonly DoneSet[]
}

const MOST_SETS = 20
const MOST_REPS = 100

/** What was done, as a plan that asks for the same again; what was left out is no part of it. */
export function planOfWorkout(workout: {
  name: string
  exercises: readonly DoneExercise[]
}): PlanSnapshot {
  const done = workout.exercises
    .map((log) => ({ ...log, sets: log.sets.filter((set) => set.isCompleted) }))
    .filter((log) => log.sets.length > 0)
  return {
    name: workout.name,
    blocks: [...new Set(done.map((log) => log.block))].map((block) => {
      const together = done.filter((log) => log.block === block)
      return {
        kind: together[0]?.blockKind ?? 'single',
        ...{ rounds: 1, restSeconds: 0, timeCapSeconds: null },
        exercises: together.map(lineOfDone),
      }
    }),
  }
}

type Line = PlanSnapshot['blocks'][number]['exercises'][number]

/** A line that asks for what was done of an exercise again; every set given counts as done. */
export function lineOfDone(log: DoneExercise): Line {
  const sets = log.sets.slice(0, MOST_SETS).map(targetOfDone)
  const [first = emptySet] = sets
  const areEqual = sets.every((set) => JSON.stringify(set) === JSON.stringify(first))
  const { kind, ...target } = areEqual && first.kind === 'normal' ? first : emptySet
  return {
    ...{ exerciseId: log.exerciseId, name: log.name, tracking: log.tracking, sets: sets.length },
    ...{ restSeconds: log.restSeconds, tempo: log.tempo, notes: log.planNotes },
    progression: null,
    ...target,
    setList: areEqual && first.kind === 'normal' ? [] : sets,
  }
}

const emptySet: PlannedSet = {
  ...{ kind: 'normal', repsMin: null, repsMax: null, isAmrap: false, weight: null },
  ...{ weightUnit: null, percentOfMax: null, rpe: null },
  ...{ durationSeconds: null, distanceMeters: null },
}

function targetOfDone(set: DoneSet): PlannedSet {
  const reps = set.reps === null || set.reps === 0 ? null : Math.min(MOST_REPS, set.reps)
  return {
    ...emptySet,
    ...{ kind: set.kind, repsMin: reps, repsMax: reps },
    ...{ weight: set.weight, weightUnit: set.weight === null ? null : set.weightUnit },
    ...{ durationSeconds: set.durationSeconds, distanceMeters: set.distanceMeters },
  }
}
