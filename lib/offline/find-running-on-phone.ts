import type { TrainingDocument } from '@/lib/domain/training/training'
import { applyEntries } from './apply-entries'
import { openStore } from './open-store'
import { readAnew } from './read-anew'

interface Found {
  /** A workout that the page shows as going on, which this phone may not know yet. */
  shownId: string | undefined
  tell: (running: TrainingDocument | null) => void
}

/**
 * Tells of the workout that goes on, first as this phone knows it and then as the server does, since
 * it may have been finished or discarded on another device.
 */
export async function findRunningOnPhone(userId: string, { shownId, tell }: Found): Promise<void> {
  const known = await readRunning(userId)
  tell(known)
  const sessionId = known?.training.id ?? shownId
  if (!sessionId) return
  const status = await readAnew(userId, sessionId)
  if (status === null) return
  if (status === 404) await forgetUnlessWaiting(userId, sessionId)
  tell(await readRunning(userId))
}

async function readRunning(userId: string): Promise<TrainingDocument | null> {
  const { store } = await openStore()
  const waiting = await store.list(userId)
  for (const kept of await store.listWorkouts(userId)) {
    const own = waiting.filter(
      ({ operation, problem }) => operation.sessionId === kept.training.id && problem === null,
    )
    const training = applyEntries(kept, own)
    if (training.status === 'in_progress') return { ...kept, training }
  }
  return null
}

/** What was never sent is left for the page that asks about it. */
async function forgetUnlessWaiting(userId: string, sessionId: string): Promise<void> {
  const { store } = await openStore()
  const waiting = await store.list(userId)
  if (waiting.some(({ operation }) => operation.sessionId === sessionId)) return
  await store.forgetWorkout(userId, sessionId)
}
