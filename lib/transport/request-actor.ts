import 'server-only'
import { findKeyActor } from '@/lib/auth/api-key'
import { findActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import { ForbiddenError } from '@/lib/core/errors'
import { getEnv } from '@/lib/env'

/**
 * Who sends a request: an `Authorization` header decides alone, else the session cookie does. A
 * browser adds the cookie to what another site sends too, so a write must not come from one.
 * @throws ForbiddenError
 */
export async function findRequestActor(request: Request): Promise<Actor | null> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    return findKeyActor(token)
  }
  const actor = await findActor()
  if (actor && request.method !== 'GET') refuseOtherSites(request.headers.get('origin'))
  return actor
}

function refuseOtherSites(origin: string | null): void {
  if (origin !== null && origin !== new URL(getEnv().APP_URL).origin)
    throw new ForbiddenError('otherSite')
}
