import type { TrainingDocument } from '@/lib/domain/training/training'
import type { MemoryStore } from './memory-store'
import { type Entry, PhoneStore } from './phone-store'

/** Where this browser keeps things: on the phone, else in this window. */
export type Store = Pick<PhoneStore, keyof MemoryStore & keyof PhoneStore>

let opened: Promise<{ store: Store; isKept: boolean }> | null = null

/** Opens the store once a window. `isKept` is false where nothing outlasts the window. */
export function openStore(): Promise<{ store: Store; isKept: boolean }> {
  opened ??= PhoneStore.open().then(
    (store) => ({ store, isKept: true }),
    async () => {
      const { MemoryStore } = await import('./memory-store')
      return { store: new MemoryStore(), isKept: false }
    },
  )
  return opened
}

/**
 * Goes on in this window alone, with what the phone has of a person, or with what the page has seen
 * of it where it cannot be read: for a phone that takes or gives nothing more. What stands on it stays
 * there, and is done only once, though it is sent from both.
 */
export async function leavePhone(
  userId: string,
  seen: { document: TrainingDocument; stored: readonly Entry[] },
): Promise<void> {
  const left = openStore()
  const { store: phone, isKept } = await left
  if (!isKept) return
  const { MemoryStore } = await import('./memory-store')
  const [workouts, entries] = await Promise.all([
    phone.listWorkouts(userId),
    phone.list(userId),
  ]).catch(() => [[seen.document], seen.stored] as const)
  // Another one that failed may have left in the meantime, and gone on.
  if (opened === left)
    opened = Promise.resolve({ store: new MemoryStore(workouts, entries), isKept: false })
}
