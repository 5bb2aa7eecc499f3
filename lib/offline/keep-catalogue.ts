import type { Catalogue } from '@/lib/schemas/training'
import { openStore } from './open-store'

/** Reads the list of exercises and keeps it on the phone, if it has room; null without a network. */
export async function keepCatalogue(userId: string): Promise<Catalogue | null> {
  const response = await fetch('/api/exercises/catalogue').catch(() => null)
  if (!response?.ok) return null
  const { data }: { data: Catalogue } = await response.json()
  const { store } = await openStore()
  await store.keepCatalogue(userId, data).catch(() => {})
  return data
}
