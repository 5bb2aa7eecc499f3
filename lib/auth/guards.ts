import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor, Role } from '@/lib/core/actor'
import { ForbiddenError, UnauthorizedError } from '@/lib/core/errors'
import { getEnv } from '@/lib/env'
import { findActor } from './session'
import { sessionCookieName } from './session-cookie'
import { REQUESTED_PATH_HEADER, type SignInReason, signInPath } from './sign-in-path'

const FRESH_MS = 60 * 60 * 1000

/** The signed-in person, or null: for pages that anyone may see. */
export const getUser = (): Promise<Actor | null> => findActor()

/** For pages: the signed-in person, else off to the sign-in page and from there back. */
export async function requireAuth(): Promise<Actor> {
  return (await findActor()) ?? leadToSignIn()
}

/** Off to the sign-in page, which says why if there was a session, and from there back. */
export async function leadToSignIn(): Promise<never> {
  const hadSession = (await cookies()).has(sessionCookieName(getEnv().APP_URL))
  const reason: SignInReason | undefined = hadSession ? 'session_ended' : undefined
  const next = (await headers()).get(REQUESTED_PATH_HEADER) ?? undefined
  redirect(signInPath({ next, reason }) as Parameters<typeof redirect>[0])
}

/** @throws UnauthorizedError when nobody is signed in */
export async function requireSession(): Promise<Actor> {
  const actor = await findActor()
  if (!actor) throw new UnauthorizedError()
  return actor
}

/** Whoever coaches trains too, so a coach has both roles. */
export const hasRole = (actor: Pick<Actor, 'role'>, role: Role): boolean =>
  role === 'athlete' || actor.role === role

/** @throws UnauthorizedError, or ForbiddenError for an account without that role */
export async function requireRole(role: Role): Promise<Actor> {
  const actor = await requireSession()
  if (!hasRole(actor, role)) throw new ForbiddenError()
  return actor
}

/** Whether they gave their password, or whatever they sign in with, within the last hour. */
export const isFresh = ({ authenticatedAt }: Pick<Actor, 'authenticatedAt'>): boolean =>
  Date.now() - authenticatedAt.getTime() <= FRESH_MS

/** @throws UnauthorizedError, or ForbiddenError when the last sign-in is over an hour ago */
export async function requireFreshSession(): Promise<Actor> {
  const actor = await requireSession()
  if (!isFresh(actor)) throw new ForbiddenError('freshSession')
  return actor
}
