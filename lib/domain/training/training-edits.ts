import type { Operation } from './operations'
import {
  BLANK,
  presentSets,
  type Training,
  type TrainingExercise,
  type TrainingSet,
} from './training'

const SETS_OF_AN_ADDED_EXERCISE = 3

export const replaceExercise = (training: Training, changed: TrainingExercise): Training => ({
  ...training,
  exercises: training.exercises.map((each) => (each.id === changed.id ? changed : each)),
})

export const replaceSet = (training: Training, changed: TrainingSet): Training => ({
  ...training,
  exercises: training.exercises.map((exercise) =>
    exercise.sets.some((set) => set.id === changed.id)
      ? {
          ...exercise,
          sets: exercise.sets.map((set) => (set.id === changed.id ? changed : set)),
        }
      : exercise,
  ),
})

/** Ids for new sets, each once and none that a set of this workout has already. */
export function unusedSetIds(training: Training, ids: readonly string[]): Set<string> {
  const unused = new Set(ids)
  for (const { sets } of training.exercises) for (const { id } of sets) unused.delete(id)
  return unused
}

/** At the end with empty sets, or in another's place. Null where that one is not there. */
export function addExercise(
  training: Training,
  operation: Extract<Operation, { type: 'addExercise' }>,
): Training | null {
  const { exerciseLogId: id, exerciseId, setIds, swapFor, at } = operation
  if (training.exercises.some((each) => each.id === id)) return training
  const replaced = training.exercises.find((each) => each.id === swapFor && !each.deletedAt)
  if (swapFor && !replaced) return null
  const open = replaced ? presentSets(replaced) : []
  const left = open.filter((set) => !set.isCompleted)
  const count = replaced ? Math.max(1, left.length) : SETS_OF_AN_ADDED_EXERCISE
  const last = Math.max(-1, ...training.exercises.map((each) => each.position))
  const position = replaced ? replaced.position + 1 : last + 1
  const block = Math.max(-1, ...training.exercises.map((each) => each.block)) + 1
  const weightUnit = training.facts[exerciseId]?.weightUnit ?? training.weightUnit
  const added: TrainingExercise = {
    ...{ id, exerciseId, position, tempo: null, planNotes: '', notes: '', reason: null },
    block: replaced?.block ?? block,
    blockKind: replaced?.blockKind ?? 'single',
    restSeconds: replaced?.restSeconds ?? null,
    deletedAt: null,
    sets: [...unusedSetIds(training, setIds)].slice(0, count).map((setId, index) => ({
      ...BLANK,
      ...{ id: setId, kind: 'normal', target: null, setNumber: index + 1, weightUnit },
    })),
  }
  const others = training.exercises.map((each) => {
    // What is done stays with the exercise it was done with; only the rest is swapped.
    if (each === replaced) return withoutSets(each, left, at)
    return replaced && each.position >= position ? { ...each, position: each.position + 1 } : each
  })
  return { ...training, exercises: inOrder([...others, added]) }
}

function withoutSets(
  exercise: TrainingExercise,
  gone: readonly TrainingSet[],
  at: string,
): TrainingExercise {
  const isGone = presentSets(exercise).length === gone.length
  const sets = exercise.sets.map((set) =>
    gone.includes(set) ? { ...set, deletedAt: at, revision: set.revision + 1 } : set,
  )
  return { ...exercise, sets, deletedAt: isGone ? at : null }
}

const inOrder = (exercises: readonly TrainingExercise[]): TrainingExercise[] =>
  exercises.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Takes an exercise out with the sets it has. */
export const removeExercise = (
  training: Training,
  exercise: TrainingExercise,
  at: string,
): Training =>
  exercise.deletedAt
    ? training
    : replaceExercise(training, {
        ...withoutSets(exercise, presentSets(exercise), at),
        deletedAt: at,
      })

/** Puts back an exercise and what went out with it, but nothing that was taken out before. */
export const restoreExercise = (training: Training, exercise: TrainingExercise): Training =>
  exercise.deletedAt
    ? replaceExercise(training, {
        ...exercise,
        deletedAt: null,
        sets: exercise.sets.map((set) =>
          set.deletedAt === exercise.deletedAt
            ? { ...set, deletedAt: null, revision: set.revision + 1 }
            : set,
        ),
      })
    : training

/** Changes places with the exercise before or after; at the edge nothing happens. */
export function moveExercise(
  training: Training,
  exercise: TrainingExercise,
  direction: 'up' | 'down',
): Training {
  const present = training.exercises.filter((each) => !each.deletedAt)
  const neighbour = present[present.indexOf(exercise) + (direction === 'up' ? -1 : 1)]
  if (!neighbour || exercise.deletedAt) return training
  const exercises = training.exercises.map((each) => {
    if (each === exercise) return { ...each, position: neighbour.position }
    return each === neighbour ? { ...each, position: exercise.position } : each
  })
  return { ...training, exercises: inOrder(exercises) }
}
