import { isAPIError } from 'better-auth/api'

/** Why Better Auth said no, e.g. `INVALID_TOKEN`; null for a failure that is no answer of its. */
export function identityErrorCode(error: unknown): string | null {
  if (!isAPIError(error)) return null
  const code: unknown = error.body?.code
  return typeof code === 'string' ? code : null
}
