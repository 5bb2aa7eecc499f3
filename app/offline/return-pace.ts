/** When this tab went back to the server by itself, and how long it stays if it ends up here again. */
export interface Return {
  /** Milliseconds of the clock. */
  at: number
  waitMs: number
}

const SHORTEST_MS = 15_000
const LONGEST_MS = 10 * 60_000

/**
 * The next return, or null while it is too early for one. A server that says it is well and still
 * cannot give the page is asked half as often each time, so that a phone never reloads in a loop.
 */
export function nextReturn(last: Return | null, now: number): Return | null {
  if (!last || now - last.at > 2 * LONGEST_MS || now < last.at)
    return { at: now, waitMs: SHORTEST_MS }
  if (now - last.at < last.waitMs) return null
  return { at: now, waitMs: Math.min(2 * last.waitMs, LONGEST_MS) }
}
