import type { Actor } from '@/lib/core/actor'

/** Who the session says is asking, and the request's headers; Next's own are bound to a request. */
export const request = { actor: null as Actor | null, headers: new Headers() }
