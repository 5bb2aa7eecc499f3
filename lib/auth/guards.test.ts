import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { ForbiddenError, UnauthorizedError } from '@/lib/core/errors'
import {
  getUser,
  hasRole,
  requireAuth,
  requireFreshSession,
  requireRole,
  requireSession,
} from './guards'
import { REQUESTED_PATH_HEADER } from './sign-in-path'

const request = vi.hoisted(() => ({
  actor: null as Actor | null,
  hasCookie: false,
  headers: new Headers(),
}))
vi.mock('./session', () => ({ findActor: async () => request.actor }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ has: () => request.hasCookie }),
  headers: async () => request.headers,
}))

const athlete: Actor = {
  userId: 'u',
  sessionId: 's',
  name: 'Kim',
  email: 'kim@example.com',
  role: 'athlete',
  authenticatedAt: new Date(),
  keyScopes: null,
  timeZone: 'UTC',
  locale: 'en',
  weightUnit: 'kg',
  distanceUnit: 'km',
  firstDayOfWeek: 1,
  dayCutoffHour: 4,
  bodyWeightKg: null,
}
const coach: Actor = { ...athlete, role: 'coach' }

/** Where Next was told to go. */
async function redirectOf(guard: Promise<unknown>): Promise<string> {
  const error: unknown = await guard.then(
    () => null,
    (thrown) => thrown,
  )
  return error instanceof Error ? (String(Reflect.get(error, 'digest')).split(';')[2] ?? '') : ''
}

afterEach(() => {
  request.actor = null
  request.hasCookie = false
  request.headers = new Headers()
})

describe('guards', () => {
  it('let nobody in who is signed out', async () => {
    expect(await getUser()).toBeNull()
    await expect(requireSession()).rejects.toThrow(UnauthorizedError)
    await expect(requireRole('athlete')).rejects.toThrow(UnauthorizedError)
    await expect(requireFreshSession()).rejects.toThrow(UnauthorizedError)
  })

  it('lead from a page to signing in and back, and say when a session has ended', async () => {
    expect(await redirectOf(requireAuth())).toBe('/auth/login')
    request.hasCookie = true
    expect(await redirectOf(requireAuth())).toBe('/auth/login?reason=session_ended')
    request.headers = new Headers({ [REQUESTED_PATH_HEADER]: '/history?page=2' })
    expect(await redirectOf(requireAuth())).toBe(
      '/auth/login?reason=session_ended&next=%2Fhistory%3Fpage%3D2',
    )
  })

  it('answer with whoever is signed in', async () => {
    request.actor = athlete
    for (const guard of [getUser, requireAuth, requireSession, requireFreshSession]) {
      expect(await guard()).toBe(athlete)
    }
  })

  it('give a coach both roles and an athlete one', async () => {
    expect([hasRole(coach, 'coach'), hasRole(coach, 'athlete')]).toEqual([true, true])
    expect([hasRole(athlete, 'coach'), hasRole(athlete, 'athlete')]).toEqual([false, true])
    request.actor = athlete
    await expect(requireRole('coach')).rejects.toThrow(ForbiddenError)
    request.actor = coach
    expect(await requireRole('coach')).toBe(coach)
  })

  it('ask for the password again after an hour', async () => {
    request.actor = { ...athlete, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    await expect(requireFreshSession()).rejects.toMatchObject({ key: 'freshSession' })
  })
})
