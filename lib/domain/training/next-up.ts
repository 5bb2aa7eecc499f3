import { setText } from '@/lib/domain/set-text'
import { parseTypedSet, type TypedTexts } from '@/lib/domain/typed-set'
import type { DistanceUnit } from '@/lib/domain/units'
import { nextSetId } from './set-order'
import { type ShownSet, shownSets } from './shown-sets'
import {
  type ExerciseFacts,
  presentExercises,
  presentSets,
  type TrainingDocument,
  type TrainingExercise,
} from './training'

/** A set with its exercise, as its row shows it. */
export interface PlacedSet extends ShownSet {
  exercise: TrainingExercise
  facts: ExerciseFacts
}

/** The set to do next, with what to do in it; null when all are done. */
export function nextUp(document: Pick<TrainingDocument, 'training' | 'past'>): PlacedSet | null {
  const id = nextSetId(document.training)
  return id === null ? null : placedSet(document, id)
}

/** A set of the workout with its exercise; null where it was removed. */
export function placedSet(
  document: Pick<TrainingDocument, 'training' | 'past'>,
  setId: string,
  drafts: Readonly<Record<string, number>> = {},
): PlacedSet | null {
  const exercise = presentExercises(document.training).find((each) =>
    presentSets(each).some((set) => set.id === setId),
  )
  const facts = exercise && document.training.facts[exercise.exerciseId]
  if (!exercise || !facts) return null
  const row = shownSets(document, exercise, drafts).find(({ set }) => set.id === setId)
  return row ? { ...row, exercise, facts } : null
}

/**
 * What to do in a set, with its unit: `82.5 kg × 5`.
 *
 * @param texts typed into the row and not logged yet; they replace the suggestions
 * @param reps says a number that stands alone: `8 reps`
 */
export function figuresOf(
  { shown, facts: { tracking } }: PlacedSet,
  distanceUnit: DistanceUnit,
  texts: TypedTexts | undefined,
  reps: (count: string) => string,
): string {
  const { weightUnit } = shown
  const { values } = parseTypedSet(texts ?? {}, { tracking, weightUnit, distanceUnit })
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const text = setText({ ...shown, ...typed }, tracking, { weightUnit: null, distanceUnit })
  return /^\d+$/.test(text) ? reps(text) : text
}
