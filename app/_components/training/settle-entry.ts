import type { Training, TrainingDocument } from '@/lib/domain/training/training'
import { openStore } from '@/lib/offline/open-store'
import type { Entry } from '@/lib/offline/phone-store'
import type { useTraining } from './use-training'

/** How often a drawing is waited for, 16 ms each. */
const MOST_DRAWINGS = 100
/** How long a decision waits for what stands now; then it is made on what is known. */
const PATIENCE_MS = 10_000

interface Around extends Pick<ReturnType<typeof useTraining>, 'dispatch' | 'refresh'> {
  /** What is drawn now. */
  read: () => { training: Training; document: TrainingDocument }
}

/** Lets a change go that stands refused or in conflict, or does it once more on what stands now. */
export async function settleEntry(
  { seq, userId, operation }: Entry,
  isKept: boolean,
  { read, dispatch, refresh }: Around,
): Promise<void> {
  const { store } = await openStore()
  if (!isKept || operation.type !== 'logSet') {
    await store.remove([seq])
    return refresh()
  }
  await refresh(AbortSignal.timeout(PATIENCE_MS))
  const { sessionId, setId, values } = operation
  // The refreshed workout is drawn before the next change is made on it.
  const { revision = 0 } = (await store.findWorkout(userId, sessionId)) ?? {}
  for (let tries = 0; read().document.revision < revision && tries < MOST_DRAWINGS; tries++)
    await new Promise((drawn) => setTimeout(drawn, 16))
  const exercise = () =>
    read().training.exercises.find(({ sets }) => sets.some((set) => set.id === setId))
  const find = () => exercise()?.sets.find((set) => set.id === setId)
  const { id: exerciseLogId = '', deletedAt = null } = exercise() ?? {}
  if (deletedAt) dispatch({ type: 'restoreExercise', exerciseLogId })
  if (find()?.deletedAt) dispatch({ type: 'restoreSet', setId })
  const baseRevision = find()?.revision ?? 1
  // Until this one is there, the old one stays: a phone may end at any moment.
  dispatch({ type: 'logSet', setId, baseRevision, values }, undefined, seq)
}
