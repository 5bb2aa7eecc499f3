import type { TrainingDocument } from '@/lib/domain/training/training'
import { openStore } from './open-store'

/**
 * Reads a workout from the server and keeps it, unless the phone is further. Answers with the status,
 * or null where no whole answer came.
 */
export async function readAnew(
  userId: string,
  sessionId: string,
  signal: AbortSignal | null = null,
): Promise<number | null> {
  const asked = fetch(`/api/sessions/${sessionId}/training`, { signal })
  const answer = await asked
    .then(async (response) => {
      const { data }: { data?: TrainingDocument } = response.ok ? await response.json() : {}
      return { status: response.status, data }
    })
    .catch(() => null)
  if (!answer?.data) return answer?.status ?? null
  const { store } = await openStore()
  const known = await store.findWorkout(userId, sessionId)
  // What was sent in the meantime may have moved the phone beyond this answer.
  if (!known || known.revision <= answer.data.revision) await store.keepWorkout(userId, answer.data)
  return answer.status
}
