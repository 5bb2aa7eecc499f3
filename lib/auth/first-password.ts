import 'server-only'
import { randomBytes } from 'node:crypto'
import { getIdentity } from './identity'
import { dropOlderResetLinks } from './reset-links'

const HOUR_MS = 3_600_000

/**
 * Where whoever reads the mail of an account chooses its password, since the one it has may be somebody
 * else's: the page that a reset's link leads to, for an hour, once.
 */
export async function firstPasswordPath(userId: string, next?: string): Promise<string> {
  const { internalAdapter } = await getIdentity().$context
  const token = randomBytes(24).toString('base64url')
  await internalAdapter.createVerificationValue({
    ...{ identifier: `reset-password:${token}`, value: userId },
    expiresAt: new Date(Date.now() + HOUR_MS),
  })
  await dropOlderResetLinks(userId)
  const query = new URLSearchParams({ token, first: '1' })
  if (next) query.set('next', next)
  return `/auth/reset-password?${query}`
}
