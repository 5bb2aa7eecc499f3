import { AsyncLocalStorage } from 'node:async_hooks'

/** What the log says of a request once it is answered. */
interface RequestTrace {
  id: string
  /** On the clock of `performance.now`, in milliseconds. */
  startedAt: number
  queries: number
  actorId: string | null
}

// On globalThis, because each of Next's bundles has its own copy of this module.
const kept = globalThis as typeof globalThis & {
  gymTrackerRequests?: AsyncLocalStorage<RequestTrace>
}

kept.gymTrackerRequests ??= new AsyncLocalStorage()

/** The trace of the request that the running code answers; empty outside of requests. */
export const requestTraces: AsyncLocalStorage<RequestTrace> = kept.gymTrackerRequests

export function countQuery(): void {
  const trace = requestTraces.getStore()
  if (trace) trace.queries += 1
}

export function nameActor(userId: string): void {
  const trace = requestTraces.getStore()
  if (trace) trace.actorId = userId
}
