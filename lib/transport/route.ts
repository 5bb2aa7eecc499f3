import 'server-only'
import { encode } from 'zod'
import { NotFoundError, UnavailableError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import { afterAnswer } from './after-answer'
import type { Endpoint } from './endpoint'
import { endpoints, type Operation } from './endpoints'
import { fail, succeed } from './envelope'
import { executeInside } from './execute'
import { once, readIdempotencyKey } from './idempotency'
import { openApiDocument } from './open-api'
import { type PathParams, readRequest } from './read-request'
import { admitRequest } from './request-actor'

/**
 * An operation of the table as a route handler. Its answer is the contract's envelope, whatever
 * happens.
 */
export function route(operation: Operation) {
  return async (
    request: Request,
    { params }: { params: Promise<PathParams | undefined> },
  ): Promise<Response> => {
    const endpoint: Endpoint = endpoints[operation]
    try {
      const answer = await perform(endpoint, request, (await params) ?? {})
      return succeed(answer, endpoint.status)
    } catch (thrown) {
      return fail(thrown, endpoint)
    }
  }
}

async function perform(endpoint: Endpoint, request: Request, params: PathParams) {
  const { useCase, answer, schema } = endpoint
  const { actor, caller } = await admitRequest(request)
  const raw = await readRequest(request, endpoint, params)
  const key = useCase.kind === 'write' ? readIdempotencyKey(request.headers) : null

  const call = { actor, caller, schema, after: afterAnswer }
  return executeInside(useCase, raw, call, async (inside) => {
    const answered = async () => {
      const { data, ...more } = await answer.of(await inside.run(), inside)
      return { data: encode(answer.schema, data), ...more }
    }
    if (key === null) return answered()
    const isShownOnce = endpoint.isShownOnce ?? false
    const sent = [request.method, new URL(request.url).pathname, raw]
    return once({ key, request: sent, isShownOnce }, inside, answered)
  })
}

/** What is said at an address that no operation has. */
export const unknownRoute = async (): Promise<Response> => fail(new NotFoundError())

/**
 * A route for machines that watch the server; without sign-in, and it tells nothing else.
 * `status` names what is well; `check` says whether it is, and a failure of it means that it is not.
 */
export function probe(status: string, check: () => Promise<boolean> = async () => true) {
  return async (): Promise<Response> => {
    const [error, isWell] = await to(check())
    return error === null && isWell ? succeed({ data: { status } }) : fail(new UnavailableError())
  }
}

/** The OpenAPI document, for tools: bare, since that is the shape they know. */
export const openApi = async (): Promise<Response> =>
  Response.json(openApiDocument(), { headers: { 'cache-control': 'no-store' } })
