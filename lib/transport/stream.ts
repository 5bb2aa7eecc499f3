import 'server-only'
import type { Actor } from '@/lib/core/actor'
import { ForbiddenError, NotFoundError, UnauthorizedError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import { log } from '@/lib/services/log'
import { watchPerson, watchWorkout } from '@/lib/services/notices'
import { getRevision } from '@/lib/use-cases/workouts/read-workouts'
import { afterAnswer } from './after-answer'
import { endpoints } from './endpoints'
import { fail } from './envelope'
import { execute } from './execute'
import { holdStream } from './open-streams'
import { type PathParams, readRequest } from './read-request'
import { admitRequest, askAgain } from './request-actor'

const HEARTBEAT_MS = 20_000
/** When a browser comes back after the stream broke off. */
const RETRY_MS = 2000
/** The revision of a workout that is no longer there. */
const GONE = 0

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx would hold back what is sent bit by bit.
  'x-accel-buffering': 'no',
}

/**
 * The revisions of one workout as server-sent events: the present one at once, then each change, for
 * as long as its reader may see the workout. 0 says that it is gone.
 */
export async function streamRevisions(
  request: Request,
  { params }: { params: Promise<PathParams | undefined> },
): Promise<Response> {
  const endpoint = endpoints['GET /api/sessions/:id/stream']
  try {
    const { actor, caller } = await admitRequest(request)
    const raw = await readRequest(request, endpoint, (await params) ?? {})
    const findReader = await askAgain(request)
    const readAs = (reader: Actor | null) =>
      execute(getRevision, raw, { actor: reader, caller, after: afterAnswer })
    const { revision } = await readAs(actor)
    const stream = openStream({
      ...{ sessionId: String(raw.sessionId), userId: actor.userId, revision },
      readAgain: async () => (await readAs(await findReader())).revision,
    })
    return new Response(stream, { headers: HEADERS })
  } catch (thrown) {
    return fail(thrown, endpoint)
  }
}

interface Watched {
  sessionId: string
  userId: string
  /** The one its reader is told first. */
  revision: number
  readAgain(): Promise<number>
}

function openStream({ sessionId, userId, revision, readAgain }: Watched): ReadableStream {
  const endings: (() => void)[] = []
  let told = revision
  const cleanUp = () => {
    for (const ending of endings.splice(0)) ending()
  }
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array>
  const send = (text: string) => endings.length > 0 && controller.enqueue(encoder.encode(text))
  const end = () => {
    if (endings.length > 0) controller.close()
    cleanUp()
  }
  const look = oneAtATime(async () => {
    const [error, latest] = await to(readAgain())
    if (latest !== null && latest !== told) {
      told = latest
      send(eventOf(told))
    }
    if (error instanceof NotFoundError) send(eventOf(GONE))
    if (error && isOver(error)) end()
    else if (error) log.error({ err: error }, 'a stream could not look again')
  })
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
    },
    cancel: cleanUp,
  })
  endings.push(holdStream(userId, end))
  send(`retry: ${RETRY_MS}\n${eventOf(revision)}`)
  const heartbeat = setInterval(() => {
    send(': still here\n\n')
    look()
  }, HEARTBEAT_MS)
  endings.push(() => clearInterval(heartbeat))
  endings.push(watchWorkout(sessionId, look), watchPerson(userId, look))
  // For what changed between the first reading and the watch.
  look()
  return stream
}

const eventOf = (revision: number): string =>
  `event: revision\nid: ${revision}\ndata: ${JSON.stringify({ revision })}\n\n`

/** Whoever lost the right to look is sent away; a database that is away comes back. */
const isOver = (error: unknown): boolean =>
  [NotFoundError, UnauthorizedError, ForbiddenError].some((kind) => error instanceof kind)

/** Calls that come while the work is under way are one more round after it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isWanted = false
  let isRunning = false
  return async () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    while (isWanted) {
      isWanted = false
      await work()
    }
    isRunning = false
  }
}
