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
 * Goes on in another store, unless somebody has already left this one for another. Whoever opens the
 * store from now on waits for it, so that nothing is written behind what is being carried over.
 */
export function replaceStore(
  left: ReturnType<typeof openStore>,
  carry: () => Promise<Store>,
): void {
  if (opened === left) opened = carry().then((store) => ({ store, isKept: false }))
}
