import 'server-only'
import type { Caller } from '@/lib/core/define-use-case'
import type { Transaction } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { findAccountById } from './account-store'
import { getIdentity, identityHeaders } from './identity'
import { cookiesOf, findCookie } from './request-cookie'
import { secondStepCookieName } from './second-step-path'
import { readSessionToken, sessionCookieName } from './session-cookie'

/**
 * The request without the session it may have, since Better Auth would take a code or a passkey for that
 * one's person instead of for who is signing in.
 */
export function signedOutHeaders(caller: Caller): Headers {
  const headers = identityHeaders(caller)
  const session = `${sessionCookieName(getEnv().APP_URL)}=`
  const kept = cookiesOf(headers).filter((cookie) => !cookie.startsWith(session))
  headers.set('cookie', kept.join('; '))
  return headers
}

/** Whose second step this browser is at; null after ten minutes, or if it never did the first. */
export async function findHalfSignIn(headers: Headers, tx: Transaction) {
  const { APP_URL, APP_SECRET = '' } = getEnv()
  const value = findCookie(headers, secondStepCookieName(APP_URL))
  const identifier = value ? readSessionToken(decodeURIComponent(value), APP_SECRET) : null
  if (!identifier) return null
  const { internalAdapter } = await getIdentity().$context
  const half = await internalAdapter.findVerificationValue(identifier)
  if (!half || new Date(half.expiresAt) <= new Date()) return null
  return findAccountById(half.value, tx)
}
