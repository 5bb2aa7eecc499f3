import 'server-only'
import { localDate } from '@/lib/domain/local-date'
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
    const instant = new Date()
    const timestamp = JSON.stringify(instant)
    const body = ['{"success":true,"data":', ...parts, `,"timestamp":${timestamp}}`]
    const today = localDate({ instant, timeZone: actor.timeZone, dayCutoffHour: 0 })
    return new Response(streamOf(body), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="gym-tracker-${today}.json"`,
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
