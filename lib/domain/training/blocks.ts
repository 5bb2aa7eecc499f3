import type { PlannedBlock } from '@/lib/schemas/plan'
import {
  presentExercises,
  presentSets,
  type Training,
  type TrainingExercise,
  type TrainingSet,
} from './training'

/** Blocks whose exercises take turns, a set of each in a round. */
const IN_TURNS: readonly PlannedBlock['kind'][] = [
  ...(['superset', 'circuit', 'interval', 'emom', 'amrap', 'for_time'] as const),
]
/** Blocks that a clock leads, so that a rest of the person's own is none of them. */
const TIMED: readonly PlannedBlock['kind'][] = ['interval', 'emom', 'amrap', 'for_time']

export const takesTurns = ({ blockKind }: Pick<TrainingExercise, 'blockKind'>): boolean =>
  IN_TURNS.includes(blockKind)
export const isTimed = ({ blockKind }: Pick<TrainingExercise, 'blockKind'>): boolean =>
  TIMED.includes(blockKind)

export interface Turn {
  exercise: TrainingExercise
  set: TrainingSet
}

/** Exercises in order, those that take turns with each other in one group, every other one alone. */
export function groupsOf<T extends Pick<TrainingExercise, 'id' | 'block' | 'blockKind'>>(
  exercises: readonly T[],
): T[][] {
  const groups = new Map<string | number, T[]>()
  for (const exercise of exercises) {
    const key = takesTurns(exercise) ? exercise.block : exercise.id
    const group = groups.get(key)
    if (group) group.push(exercise)
    else groups.set(key, [exercise])
  }
  return [...groups.values()]
}

/** The exercises that share a block with one, itself included; those taken out are left out. */
export const partnersOf = (training: Training, exercise: TrainingExercise): TrainingExercise[] =>
  groupsOf(presentExercises(training)).find((group) => group.includes(exercise)) ?? []

export const workingSets = (exercise: TrainingExercise): readonly TrainingSet[] =>
  presentSets(exercise).filter((set) => set.kind !== 'warmup')

/** How many rounds were over when an exercise came in: its sets are numbered from there. */
export const roundsBefore = ({ sets }: TrainingExercise): number =>
  sets.length === 0 ? 0 : Math.min(...sets.map((set) => set.setNumber)) - 1

/** The sets of a group by rounds. Warm-ups come first, since they are done outside the rounds. */
export function roundsOf(group: readonly TrainingExercise[]): {
  warmUps: Turn[]
  rounds: Turn[][]
} {
  const warmUps = group.flatMap((exercise) =>
    presentSets(exercise).flatMap((set) => (set.kind === 'warmup' ? [{ exercise, set }] : [])),
  )
  const rounds = new Map<number, Turn[]>()
  for (const exercise of group) {
    const before = roundsBefore(exercise)
    workingSets(exercise).forEach((set, index) => {
      const turns = rounds.get(before + index) ?? []
      rounds.set(before + index, [...turns, { exercise, set }])
    })
  }
  const inOrder = [...rounds].toSorted(([a], [b]) => a - b)
  return { warmUps, rounds: inOrder.map(([, turns]) => turns) }
}

/** What the plan says of the block of an exercise; none where it was made in the workout. */
export function plannedBlockOf(training: Training, { block, blockKind }: TrainingExercise) {
  const planned = training.blocks?.[block]
  return planned?.kind === blockKind ? planned : undefined
}

/** A number that no block has, in the workout or in its plan. */
export const unusedBlock = (training: Training): number =>
  Math.max(
    (training.blocks?.length ?? 0) - 1,
    -1,
    ...training.exercises.map((each) => each.block),
  ) + 1

/** Seconds of rest between two partners of a round: only a block with a rest of its own has one. */
export const restBetween = (training: Training, exercise: TrainingExercise): number =>
  plannedBlockOf(training, exercise)?.restSeconds ? (exercise.restSeconds ?? 0) : 0

/**
 * Seconds of rest after a round, or after a set of an exercise that stands alone. A round without a rest
 * of its own has the longest of its partners, since the heavier one needs it.
 *
 * @param ownSeconds the person's usual rest, where neither the plan nor the exercise says one
 */
export function restAfterRound(
  training: Training,
  exercise: TrainingExercise,
  ownSeconds: number,
): number {
  const planned = plannedBlockOf(training, exercise)
  if (planned?.restSeconds) return planned.restSeconds
  if (isTimed(exercise)) return 0
  const restOf = ({ restSeconds, exerciseId }: TrainingExercise) =>
    restSeconds ?? training.facts[exerciseId]?.restSeconds ?? ownSeconds
  return Math.max(...[exercise, ...partnersOf(training, exercise)].map(restOf))
}
