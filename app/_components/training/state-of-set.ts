import type { TrainingSet } from '@/lib/domain/training/training'
import type { Entry } from '@/lib/offline/phone-store'
import { DRAFT, type useTraining } from './use-training'
import type { useTyped } from './use-typed'

/** How a set stands, as its pill says it. */
export type SetState =
  | { is: 'saved' | 'saving' | 'onPhone' | 'inWindow' }
  | { is: 'problem'; entry: Entry }

/** What became of the changes of a set, as far as this device knows. */
export function stateOfSet(
  setId: string,
  { entries, link, isKept, document }: ReturnType<typeof useTraining>,
): SetState {
  const own = entries.filter(({ operation }) => 'setId' in operation && operation.setId === setId)
  const bad = own.findLast((entry) => entry.problem !== null)
  if (bad) return { is: 'problem', entry: bad }
  // A set goes and comes with its exercise.
  const isWhole = ({ operation }: Entry) =>
    (operation.type === 'removeExercise' || operation.type === 'restoreExercise') &&
    document.training.exercises.some(
      ({ id, sets }) => id === operation.exerciseLogId && sets.some((set) => set.id === setId),
    )
  if (own.length === 0 && !entries.some(isWhole)) return { is: 'saved' }
  // Until it is on the phone for good it is not said to be there.
  if (own.some((entry) => entry.seq === DRAFT)) return { is: 'saving' }
  if (link === 'sending' || link === 'sent') return { is: 'saving' }
  return { is: isKept ? 'onPhone' : 'inWindow' }
}

/** Whether a set holds what was typed into it and is not done. */
export function isPending(
  set: TrainingSet,
  { typed }: Pick<ReturnType<typeof useTyped>, 'typed'>,
): boolean {
  if (set.isCompleted) return false
  const { distanceMeters: _, ...texts } = typed[set.id]?.texts ?? {}
  if (Object.values(texts).some(Boolean)) return true
  const figures = [set.weight, set.reps, set.durationSeconds, set.distanceMeters, set.rpe]
  return set.revision > 1 && figures.some((figure) => figure !== null)
}
