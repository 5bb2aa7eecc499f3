import type { Store } from './open-store'
import type { Entry } from './phone-store'

/** Refused because the workout was discarded. */
export const isOfGone = ({ problem }: Entry): boolean =>
  problem?.kind === 'refused' && problem.key === 'sessionNotFound'

/**
 * Lets what was refused of discarded workouts be sent again, since they may have been restored: of one
 * workout, or of all. What is still discarded is refused again.
 */
export async function sendGoneAgain(
  store: Store,
  userId: string,
  sessionId?: string,
): Promise<void> {
  for (const entry of await store.list(userId)) {
    const isWanted = sessionId === undefined || entry.operation.sessionId === sessionId
    if (isWanted && isOfGone(entry)) await store.change({ ...entry, problem: null })
  }
}
