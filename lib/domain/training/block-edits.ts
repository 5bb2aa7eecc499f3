import { groupsOf, partnersOf, roundsBefore, takesTurns, unusedBlock, workingSets } from './blocks'
import type { Training, TrainingExercise } from './training'

type Direction = 'up' | 'down'

/**
 * Moves an exercise among its partners, or past whole blocks where it has none or its own block is
 * to go with it; at the edge nothing happens. Those taken out go with their block.
 */
export function moveExercise(
  training: Training,
  exercise: TrainingExercise,
  { direction, isWhole = false }: { direction: Direction; isWhole?: boolean | undefined },
): Training {
  const groups = groupsOf(training.exercises)
  const own = groups.find((group) => group.includes(exercise))
  if (!own || exercise.deletedAt) return training
  const isPresent = (each: TrainingExercise) => each.deletedAt === null
  const isAmongPartners = !isWhole && partnersOf(training, exercise).length > 1
  const moved = isAmongPartners
    ? groups.map((group) => (group === own ? past(own, exercise, direction, isPresent) : group))
    : past(groups, own, direction, (group) => group.some(isPresent))
  return inThisOrder(training, moved.flat())
}

/** A list with one of it beyond the next that counts; unchanged where there is none. */
function past<T>(
  list: readonly T[],
  item: T,
  direction: Direction,
  counts: (each: T) => boolean,
): readonly T[] {
  const from = list.indexOf(item)
  const to =
    direction === 'up'
      ? list.slice(0, from).findLastIndex(counts)
      : list.findIndex((each, index) => index > from && counts(each))
  return to < 0 ? list : list.toSpliced(from, 1).toSpliced(to, 0, item)
}

/**
 * Writes an order down: places are counted from 0, and what another exercise parted has blocks of
 * its own. An exercise that keeps its place stays the same object.
 */
function inThisOrder(training: Training, exercises: readonly TrainingExercise[]): Training {
  const seen = new Set<number>()
  let unused = Math.max(unusedBlock(training), ...exercises.map((each) => each.block + 1))
  let last: { was: number; is: number } | null = null
  const placed = exercises.map((exercise, position) => {
    const { block } = exercise
    if (last?.was !== block) last = { was: block, is: seen.has(block) ? unused++ : block }
    seen.add(block)
    const isSame = exercise.position === position && block === last.is
    return isSame ? exercise : { ...exercise, position, block: last.is }
  })
  const isSame = placed.every((each, index) => each === training.exercises[index])
  return isSame ? training : { ...training, exercises: placed }
}

/**
 * Puts an exercise into the block of another, above it where it stood above it; two that stood alone
 * become a superset. The next round to do is the same for both.
 */
export function joinBlock(
  training: Training,
  exercise: TrainingExercise,
  partner: TrainingExercise,
): Training {
  const isPartnerNow = takesTurns(exercise) && exercise.block === partner.block
  if (exercise === partner || isPartnerNow) return training
  const isAbove = exercise.position < partner.position
  const { groups } = without(training, exercise)
  const home = groups.find((group) => group.includes(partner)) ?? []
  const isBlock = takesTurns(partner)
  const about = isBlock
    ? { block: partner.block, blockKind: partner.blockKind }
    : { block: unusedBlock(training) + 1, blockKind: 'superset' as const }
  const neighbour = isAbove ? home[0] : home.at(-1)
  const restSeconds = isBlock && neighbour ? neighbour.restSeconds : exercise.restSeconds
  const [joined, ...others] = inStep({ ...exercise, restSeconds }, home)
  const all = (isAbove ? [joined, ...others] : [...others, joined]).map((each) => ({
    ...each,
    ...about,
  }))
  const order = groups.flatMap((group) => (group === home ? all : group))
  return inThisOrder(training, order)
}

/** Moves the numbers of sets on so that an exercise and its partners go on with the same round. */
function inStep(
  joined: TrainingExercise,
  home: readonly TrainingExercise[],
): [TrainingExercise, ...TrainingExercise[]] {
  const open = home.filter((each) => each.deletedAt === null).flatMap(firstOpenRound)
  const [own] = firstOpenRound(joined)
  if (open.length === 0 || own === undefined) return [joined, ...home]
  const ahead = own - Math.min(...open)
  return [
    shifted(joined, Math.max(0, -ahead)),
    ...home.map((each) => shifted(each, Math.max(0, ahead))),
  ]
}

/** None where all of its sets are done. */
function firstOpenRound(exercise: TrainingExercise): number[] {
  const index = workingSets(exercise).findIndex((set) => !set.isCompleted)
  return index < 0 ? [] : [roundsBefore(exercise) + index]
}

/** What moves only changes its number: no value of it is older for that. */
const shifted = (exercise: TrainingExercise, by: number): TrainingExercise =>
  by === 0
    ? exercise
    : {
        ...exercise,
        sets: exercise.sets.map((set) => ({ ...set, setNumber: set.setNumber + by })),
      }

/** Takes an exercise out of its block, or all of them: from then on each stands alone. */
export function leaveBlock(
  training: Training,
  exercise: TrainingExercise,
  { isWhole }: { isWhole: boolean },
): Training {
  if (!takesTurns(exercise)) return training
  const free = unusedBlock(training)
  if (isWhole) {
    const freed = groupsOf(training.exercises).flatMap((group) =>
      group.includes(exercise) ? group.map((each, index) => alone(each, free + index)) : group,
    )
    return inThisOrder(training, freed)
  }
  const { groups, left } = without(training, exercise)
  const isFirst = partnersOf(training, exercise)[0] === exercise
  const single = alone(exercise, free + 1)
  const order = groups.flatMap((group) => {
    if (group !== left) return group
    return isFirst ? [single, ...group] : [...group, single]
  })
  return inThisOrder(
    training,
    left ? order : training.exercises.map((each) => (each === exercise ? single : each)),
  )
}

/** The groups of a workout without one exercise; the only one that is left of its block stands alone. */
function without(
  training: Training,
  exercise: TrainingExercise,
): { groups: TrainingExercise[][]; left: TrainingExercise[] | undefined } {
  let left: TrainingExercise[] | undefined
  const groups = groupsOf(training.exercises).flatMap((group) => {
    if (!group.includes(exercise)) return [group]
    const others = group.filter((each) => each !== exercise)
    if (others.length === 0) return []
    left = others.length === 1 ? others.map((each) => alone(each, unusedBlock(training))) : others
    return [left]
  })
  return { groups, left }
}

/** A partner without a rest of its own gets the person's usual one. */
const alone = (exercise: TrainingExercise, block: number): TrainingExercise => ({
  ...shifted(exercise, -roundsBefore(exercise)),
  ...{ block, blockKind: 'single', restSeconds: exercise.restSeconds || null },
})
