import { joinBlock } from './block-edits'
import { partnersOf, roundsBefore, takesTurns, workingSets } from './blocks'
import type { Operation } from './operations'
import {
  BLANK,
  presentExercises,
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

/**
 * At the end with empty sets, in another's block, or in another's place, whose turn it takes. Null
 * where that one is not there.
 */
export function addExercise(
  training: Training,
  operation: Extract<Operation, { type: 'addExercise' }>,
): Training | null {
  const { exerciseLogId: id, exerciseId, setIds, swapFor, joins, at } = operation
  if (training.exercises.some((each) => each.id === id)) return training
  const find = (wanted: string | null | undefined) =>
    training.exercises.find((each) => each.id === wanted && !each.deletedAt)
  const [replaced, partner] = [find(swapFor), find(joins)]
  if ((swapFor && !replaced) || (joins && !partner)) return null
  const taken = operation.takesSets && replaced ? presentSets(replaced) : []
  const unused = [...unusedSetIds(training, setIds)]
  const isAlike = replaced !== undefined && countsTheSame(training, replaced, exerciseId)
  if (taken.length > 0 && !isAlike) return null
  if (unused.length < taken.length) return null
  const to = taken.length > 0 && findStanding(training, exerciseId)
  if (replaced && to) return moveDone(training, { from: replaced, to, unused })
  const left = replaced ? presentSets(replaced).filter((set) => !set.isCompleted) : []
  const asked = left.filter((set) => set.kind !== 'warmup')
  const { count, first } = setsToCome(training, replaced, partner)
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
    sets: unused.slice(0, taken.length || count).map((setId, index) => {
      const set = taken[index]
      if (set) return { ...set, id: setId, target: repsOf(set), revision: 1 }
      const setNumber = first + index
      const target = isAlike ? repsOf(asked[index] ?? asked.at(-1)) : null
      return { ...BLANK, ...{ id: setId, kind: 'normal', target, setNumber, weightUnit } }
    }),
  }
  const others = training.exercises.map((each) => {
    // What is done stays with the exercise it was done with, unless it was another all along.
    if (each === replaced) return withoutSets(each, taken.length > 0 ? taken : left, at)
    return replaced && each.position >= position ? { ...each, position: each.position + 1 } : each
  })
  const all = { ...training, exercises: inOrder([...others, added]) }
  return partner ? joinBlock(all, added, partner) : all
}

/** Where an exercise stands in the workout. */
export const findStanding = (
  training: Training,
  exerciseId: string,
): TrainingExercise | undefined =>
  presentExercises(training).find((each) => each.exerciseId === exerciseId)

/** What was done in one exercise was done in another: its open sets are filled, those of the first open again. */
function moveDone(
  training: Training,
  { from, to, unused }: { from: TrainingExercise; to: TrainingExercise; unused: readonly string[] },
): Training {
  if (from === to) return training
  const done = presentSets(from).filter((set) => set.isCompleted)
  const moved = [...done]
  const filled = to.sets.map((set) => {
    const isOpen = !set.deletedAt && !set.isCompleted && set.kind !== 'warmup'
    const figures = isOpen && moved.shift()
    return figures ? inPlaceOf(set, figures) : set
  })
  const last = Math.max(...to.sets.map((set) => set.setNumber))
  const more = moved.map((set, index) => ({
    ...set,
    ...{ id: unused[index] ?? '', target: null, setNumber: last + index + 1, revision: 1 },
  }))
  const open = from.sets.map((set) =>
    done.includes(set) ? inPlaceOf(set, { ...set, ...BLANK }) : set,
  )
  const reopened = replaceExercise(training, { ...from, sets: open })
  return replaceExercise(reopened, { ...to, sets: [...filled, ...more] })
}

const inPlaceOf = (set: TrainingSet, figures: TrainingSet): TrainingSet => ({
  ...figures,
  ...{ id: set.id, target: set.target, setNumber: set.setNumber, revision: set.revision + 1 },
})

/** Whether figures of one exercise say the same of another: both count weight and reps, say. */
const countsTheSame = (
  { facts }: Training,
  from: Pick<TrainingExercise, 'exerciseId'>,
  exerciseId: string,
): boolean => facts[from.exerciseId]?.tracking === facts[exerciseId]?.tracking

/** What a set asks for beside its load, which is that of another exercise. */
const repsOf = (set: TrainingSet | undefined): TrainingSet['target'] =>
  set?.target ? { ...set.target, weight: null, weightUnit: null, percentOfMax: null } : null

/** How many sets an added exercise has, and the number of its first: the round it comes into. */
function setsToCome(
  training: Training,
  replaced: TrainingExercise | undefined,
  partner: TrainingExercise | undefined,
): { count: number; first: number } {
  const open = (exercise: TrainingExercise) =>
    workingSets(exercise).filter((set) => !set.isCompleted).length
  if (partner) {
    const rounds = Math.max(...partnersOf(training, partner).map(open))
    return { count: rounds || SETS_OF_AN_ADDED_EXERCISE, first: 1 }
  }
  if (!replaced) return { count: SETS_OF_AN_ADDED_EXERCISE, first: 1 }
  const all = presentSets(replaced).filter((set) => !set.isCompleted).length
  if (!takesTurns(replaced)) return { count: Math.max(1, all), first: 1 }
  const working = workingSets(replaced)
  const turn = working.findIndex((set) => !set.isCompleted)
  const done = turn < 0 ? working.length : turn
  return { count: Math.max(1, open(replaced)), first: roundsBefore(replaced) + done + 1 }
}

/** A set more for each exercise of a block, like the last one it has; ids are its partners' in order. */
export function addRound(
  training: Training,
  exercise: TrainingExercise,
  setIds: readonly string[],
): Training {
  const unused = unusedSetIds(training, setIds)
  return partnersOf(training, exercise).reduce((before, partner, index) => {
    const id = setIds[index]
    if (id === undefined || !unused.delete(id)) return before
    const last = presentSets(partner).at(-1)
    const ownUnit = training.facts[partner.exerciseId]?.weightUnit ?? training.weightUnit
    const set: TrainingSet = {
      ...{ ...BLANK, id, kind: 'normal', target: last?.target ?? null },
      setNumber: (last?.setNumber ?? roundsBefore(partner)) + 1,
      weightUnit: ownUnit,
    }
    return replaceExercise(before, { ...partner, sets: [...partner.sets, set] })
  }, training)
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
