import 'server-only'
import { exportAccount } from '@/lib/use-cases/account/export-account'
import { afterAnswer } from './after-answer'
import { endpoints } from './endpoints'
import { fail } from './envelope'
import { execute } from './execute'
import { readRequest } from './read-request'
import { admitRequest, refuseForeignLinks } from './request-actor'

/**
 * Everything of a person as a file to keep: the contract's envelope, sent part by part, under a name
 * that says nothing of them.
 */
export async function downloadExport(request: Request): Promise<Response> {
  const endpoint = endpoints['GET /api/export']
  try {
    const { actor, caller } = await admitRequest(request)
    if (!actor.keyScopes) refuseForeignLinks(request.headers)
    const raw = await readRequest(request, endpoint, {})
    const { parts } = await execute(exportAccount, raw, { actor, caller, after: afterAnswer })
    const now = new Date().toISOString()
    const body = ['{"success":true,"data":', ...parts, `,"timestamp":${JSON.stringify(now)}}`]
    return new Response(streamOf(body), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="gym-tracker-${now.slice(0, 10)}.json"`,
        'cache-control': 'no-store',
      },
    })
  } catch (thrown) {
    return fail(thrown, endpoint)
  }
}

function streamOf(parts: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      // Taken out, so that what is sent can be forgotten.
      const part = parts.shift()
      if (part === undefined) controller.close()
      else controller.enqueue(encoder.encode(part))
    },
  })
}
