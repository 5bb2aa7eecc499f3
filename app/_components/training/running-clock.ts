import { deviceStorage } from '@/lib/offline/device-storage'

/** One place for the clock that was started last, so that nothing piles up. */
const RUNNING = 'set-clock'
/** The event that ends a running rest, because the person has started the next set. */
export const CLOCK_STARTED = 'set-clock'

/** Since when the clock of a set runs, epoch milliseconds; null where it does not. */
export function clockSince(setId: string): number | null {
  const [id, since] = deviceStorage.get(RUNNING)?.split(' ') ?? []
  return id === setId ? Number(since) : null
}

export function startClock(setId: string): number {
  const now = Date.now()
  deviceStorage.set(RUNNING, `${setId} ${now}`)
  dispatchEvent(new Event(CLOCK_STARTED))
  return now
}

/** Stops the clock of a set and says how many seconds it ran; null where it did not run. */
export function stopClock(setId: string): number | null {
  const since = clockSince(setId)
  if (since === null) return null
  deviceStorage.remove(RUNNING)
  return Math.max(1, Math.round((Date.now() - since) / 1000))
}
