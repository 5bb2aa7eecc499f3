import type { PreparedStart } from '@/lib/domain/training/prepared-start'
import { keepCatalogue } from './keep-catalogue'
import { openStore } from './open-store'

/** Pages that follow each other closely read them once. */
const FRESH_MS = 120_000

/**
 * Reads the workouts that can be started without a network and keeps them on the phone, with the list
 * of exercises where it has none yet. Nothing where
 * that was done a moment ago, there is no network, or the phone has no room.
 */
export async function keepStarts(userId: string, { isChanged = false } = {}): Promise<void> {
  const { store, isKept } = await openStore()
  if (!isKept) return
  const known = await store.findStarts(userId)
  if (known && !isChanged && Date.now() - known.keptAt < FRESH_MS) return
  const response = await fetch('/api/sessions/starts').catch(() => null)
  if (!response?.ok) return
  const { data }: { data: PreparedStart[] } = await response.json()
  await store.keepStarts(userId, data).catch(() => undefined)
  if (!(await store.findCatalogue(userId))) await keepCatalogue(userId)
}
