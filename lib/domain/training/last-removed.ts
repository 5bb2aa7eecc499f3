import type { Training, TrainingExercise, TrainingSet } from './training'

type Removed =
  /** `sets` are those that were done. */
  | { part: 'exercise'; id: string; at: string; name: string; sets: number }
  /** A warm-up has no number. */
  | { part: 'set'; id: string; at: string; number: number | null }

/** The newest part taken out; the sets of an exercise that went as a whole went with it. */
export function lastRemoved({ exercises, facts }: Training): Removed | null {
  const removed = exercises.flatMap((exercise): Removed[] => {
    if (exercise.deletedAt === null) return removedSets(exercise)
    const name = facts[exercise.exerciseId]?.name ?? ''
    const sets = exercise.sets.filter(
      (set) => set.isCompleted && set.deletedAt === exercise.deletedAt,
    )
    return [{ part: 'exercise', id: exercise.id, at: exercise.deletedAt, name, sets: sets.length }]
  })
  return removed.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null
}

const removedSets = (exercise: TrainingExercise): Removed[] =>
  exercise.sets.flatMap((set) =>
    set.deletedAt === null
      ? []
      : [{ part: 'set', id: set.id, at: set.deletedAt, number: numberOf(set, exercise) }],
  )

/** The number that a removed set had, counting the working sets that still stand before it. */
function numberOf(set: TrainingSet, exercise: TrainingExercise): number | null {
  if (set.kind === 'warmup') return null
  const before = exercise.sets.slice(0, exercise.sets.indexOf(set))
  return before.filter((each) => each.deletedAt === null && each.kind !== 'warmup').length + 1
}
