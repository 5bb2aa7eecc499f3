import { isOfGone, sendGoneAgain } from './gone'
import { openStore } from './open-store'
import { flushOutbox } from './outbox'

/** What a phone still has of one workout. */
export interface UnsentWorkout {
  sessionId: string
  /** Null where the phone does not know it any more. */
  name: string | null
  count: number
  /** Discarded elsewhere, so that nothing of it can be sent unless it is restored. */
  isGone: boolean
}

/** Sends what waits of a person and tells what is left; `waits` where a later try may send it. */
export async function sendUnsent(
  userId: string,
): Promise<{ left: UnsentWorkout[]; waits: boolean; isAnySent: boolean }> {
  const { store } = await openStore()
  const before = await store.list(userId)
  await sendGoneAgain(store, userId)
  await flushOutbox(store, userId, () => {})
  const entries = await store.list(userId)
  const sessionIds = [...new Set(entries.map(({ operation }) => operation.sessionId))]
  const left = sessionIds.map(async (sessionId) => {
    const own = entries.filter(({ operation }) => operation.sessionId === sessionId)
    const kept = await store.findWorkout(userId, sessionId)
    const name = kept?.training.name ?? null
    return { sessionId, name, count: own.length, isGone: own.every(isOfGone) }
  })
  return {
    left: await Promise.all(left),
    waits: entries.some((entry) => entry.problem === null),
    isAnySent: entries.length < before.length,
  }
}

/** Takes what is left of a workout off the phone. */
export async function dropUnsent(userId: string, sessionId: string): Promise<void> {
  const { store } = await openStore()
  const entries = await store.list(userId)
  await store.remove(
    entries.flatMap(({ seq, operation }) => (operation.sessionId === sessionId ? [seq] : [])),
  )
  await store.forgetWorkout(userId, sessionId)
}
