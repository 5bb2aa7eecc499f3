import type { MemoryStore } from './memory-store'
import { PhoneStore } from './phone-store'

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
 * Goes on in this window alone, with what the phone has of a person: for a phone that takes nothing
 * more. What stands on it stays there, and is sent from either place only once.
 */
export async function leavePhone(userId: string): Promise<void> {
  const { store: phone, isKept } = await openStore()
  if (!isKept) return
  const { MemoryStore } = await import('./memory-store')
  const store = new MemoryStore()
  for (const document of await phone.listWorkouts(userId)) await store.keepWorkout(userId, document)
  for (const { seq: _, ...entry } of await phone.list(userId)) await store.add(entry)
  opened = Promise.resolve({ store, isKept: false })
}
