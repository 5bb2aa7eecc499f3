import 'server-only'
import type * as z from 'zod'
import { encode } from 'zod'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { ANSWERED_PATHS, FORWARDED_PATHS } from '@/lib/auth/reachable-paths'
import { findActor } from '@/lib/auth/session'
import type { Access, Caller, UseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { getEnv } from '@/lib/env'
import { sessionSchema } from '@/lib/schemas/second-factor'
import { countAttempt } from '@/lib/services/rate-limiter'
import { getSession } from '@/lib/use-cases/auth/get-session'
import { giveCode, giveRecoveryCode } from '@/lib/use-cases/auth/second-step'
import { signIn, signOut } from '@/lib/use-cases/auth/sign-in'
import { afterAnswer } from './after-answer'
import { fail } from './envelope'
import { execute } from './execute'
import { readBody } from './read-request'
import { admitCaller, refuseOtherSites } from './request-actor'

const BASE = '/api/auth'
/** A callback asks a provider for a token, once it has shown where it comes from. */
const CALLBACK_LIMIT = { per: 'address', max: 60, windowSeconds: 15 * 60 } as const
const MOST_FORM_LETTERS = 20_000

type Answered = (typeof ANSWERED_PATHS)[number]

/** Other names that the contract has for them. */
const ALIASES: Record<string, Answered> = {
  '/signin': '/sign-in/email',
  '/signout': '/sign-out',
  '/session': '/get-session',
}

interface Answer {
  method: 'GET' | 'POST'
  of(request: Request, caller: Caller): Promise<unknown>
}

/** Better Auth's names and shapes over our use cases. */
const ANSWERS: Record<Answered, Answer> = {
  '/sign-in/email': writing(signIn, ({ user }) =>
    user ? { redirect: false, user } : { twoFactorRedirect: true, twoFactorMethods: ['totp'] },
  ),
  '/two-factor/verify-totp': writing(giveCode, ({ user }) => ({ user })),
  '/two-factor/verify-backup-code': writing(giveRecoveryCode, ({ user, left }) => ({
    ...{ user, backupCodesLeft: left },
  })),
  '/sign-out': writing(signOut, () => ({ success: true })),
  '/get-session': {
    method: 'GET',
    of: async (_request, caller) => {
      const call = { actor: await findActor(), caller, after: afterAnswer }
      return encode(sessionSchema.nullable(), await execute(getSession, {}, call))
    },
  },
}

function writing<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  shape: (data: z.output<O>) => unknown,
): Answer {
  return {
    method: 'POST',
    of: async (request, caller) => {
      refuseOtherSites(request.headers)
      const call = { actor: await findActor(), caller, after: afterAnswer }
      return shape(await execute(useCase, await readBody(request), call))
    },
  }
}

/**
 * What stands under /api/auth: signing in and out by our use cases, and the way back from a provider,
 * which is Better Auth's. Whatever is on neither list is not found.
 */
export async function authHandler(request: Request): Promise<Response> {
  try {
    const caller = await admitCaller()
    const { pathname } = new URL(request.url)
    const path = pathname.slice(BASE.length)
    const name = Object.hasOwn(ALIASES, path) ? ALIASES[path] : path
    const answered = ANSWERED_PATHS.find((each) => each === name)
    if (answered && ANSWERS[answered].method === request.method) {
      return bare(await ANSWERS[answered].of(request, caller))
    }
    if (FORWARDED_PATHS.some((pattern) => matches(pattern, path)))
      return await forward(request, caller)
    throw new NotFoundError()
  } catch (thrown) {
    return fail(thrown, {
      codes: { credentials: 'unauthorized', secondStepExpired: 'unauthorized' },
    })
  }
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(':id', '[a-z]+')}$`).test(path)

const bare = (body: unknown): Response =>
  Response.json(body, { headers: { 'cache-control': 'no-store' } })

/** Hands a request on to Better Auth, with the address that can be trusted. */
async function forward(request: Request, caller: Caller): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'POST') throw new NotFoundError()
  await countAttempt({ name: 'auth.callback', limit: CALLBACK_LIMIT, who: caller.address })
  const { pathname, search } = new URL(request.url)
  const headers = identityHeaders(caller)
  const sent: RequestInit = { method: request.method, headers }
  if (request.method === 'POST') {
    // Apple posts its answer, and Better Auth only turns that into an address; it needs no cookie.
    headers.delete('cookie')
    sent.body = await readForm(request)
  }
  const url = new URL(`${pathname}${search}`, getEnv().APP_URL)
  const answer = await getIdentity().handler(new Request(url, sent))
  const answered = new Headers(answer.headers)
  answered.set('cache-control', 'no-store')
  return new Response(answer.body, { status: answer.status, headers: answered })
}

async function readForm(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > MOST_FORM_LETTERS) throw new NotFoundError()
  return (await request.text()).slice(0, MOST_FORM_LETTERS)
}
