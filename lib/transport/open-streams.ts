import 'server-only'
import { RateLimitedError } from '@/lib/core/errors'

/** So many screens nobody looks at at once; what goes on opening them is broken. */
const MOST_STREAMS_A_PERSON = 20
/** When to try again after that, in seconds. */
const LATER_SECONDS = 30

// On globalThis, because each of Next's bundles has its own copy of this module.
const kept = globalThis as typeof globalThis & { gymTrackerStreams?: Map<string, Set<() => void>> }
kept.gymTrackerStreams ??= new Map()
const streams = kept.gymTrackerStreams

/**
 * Counts a stream of a person until the answer is called.
 * @param end called when the server stops, so that an open stream does not keep it
 * @throws RateLimitedError for one too many
 */
export function holdStream(userId: string, end: () => void): () => void {
  const own = streams.get(userId) ?? new Set()
  if (own.size >= MOST_STREAMS_A_PERSON) throw new RateLimitedError(LATER_SECONDS)
  streams.set(userId, own.add(end))
  return () => {
    own.delete(end)
    if (own.size === 0 && streams.get(userId) === own) streams.delete(userId)
  }
}

/** Ends every stream of this process; browsers come back by themselves. */
export function endStreams(): void {
  for (const own of [...streams.values()]) for (const end of [...own]) end()
}
