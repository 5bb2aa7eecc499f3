import type { TrainingExercise } from '@/lib/domain/training/training'

/** The last replacement in this window, so that one press undoes all of it; `taken` sets came along. */
export const lastSwap: { gone: string | null; came: string | null; at: number; taken: number } = {
  ...{ gone: null, came: null, taken: 0 },
  at: 0,
}

/** A replacement takes away what it takes away at one moment. */
const MOMENT_MS = 1000

/** The exercise that something was removed of by the last replacement; null where something else removed it. */
export function swappedOut(
  exercises: readonly TrainingExercise[],
  removed: { id: string; at: string },
): TrainingExercise | null {
  const gone = exercises.find(({ id }) => id === lastSwap.gone)
  const isPart = gone?.id === removed.id || gone?.sets.some(({ id }) => id === removed.id)
  const isThen = Math.abs(Date.parse(removed.at) - lastSwap.at) < MOMENT_MS
  return gone && isPart && isThen ? gone : null
}
