import 'server-only'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import { encode } from 'zod'
import { findActor } from '@/lib/auth/session'
import { REQUESTED_PATH_HEADER, signInPath } from '@/lib/auth/sign-in-path'
import type { Access, UseCase } from '@/lib/core/define-use-case'
import type { PublicError, Result } from '@/lib/core/result'
import { getEnv } from '@/lib/env'
import { afterAnswer } from './after-answer'
import { getCaller } from './caller'
import { describeError } from './describe-error'
import { execute } from './execute'
import { formSchema, readForm, typedValues } from './form-data'

/** What a form shows after a post; null before the first. */
export type ActionState<T> = Result<T> | null

interface Cookie {
  name: string
  value: string
  options?: { maxAge: number; httpOnly: boolean }
}

interface ActionOptions<T> {
  /**
   * Where to go when it worked, after the commit, by the answer, what was typed and the address of the
   * page that was posted from; null stays.
   */
  redirectTo?: string | ((data: T, values: Record<string, string>, from: string) => string | null)
  /** Where a failure of a given kind leads instead of being shown in the form. */
  redirectOnError?: (error: PublicError, from: string) => string | null
  /** Renders the page anew with the answer; leave off where the form shows the answer itself. */
  refresh?: boolean
  /** What this device remembers of the answer; for a year and open to scripts by itself. */
  cookies?: (data: T) => readonly Cookie[]
  /** Cookies of this browser to take away, by name. */
  clearCookies?: (data: T) => readonly string[]
}

/**
 * For what takes its own page along: sent twice it leads to the same place, where without JavaScript
 * the page that is gone would have no words.
 */
export const whenGone =
  (path: string) =>
  ({ code }: PublicError): string | null =>
    code === 'not_found' ? path : null

const YEAR_SECONDS = 365 * 86_400

/**
 * A use case as a server action for `useActionState`: (previous, formData) → [error, data].
 * Never throws but for Next's own redirects.
 */
export function action<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  options: ActionOptions<z.output<O>> = {},
) {
  const schema = formSchema(useCase.input)
  return async (
    _previous: ActionState<z.input<O>>,
    formData: FormData,
  ): Promise<Result<z.input<O>>> => {
    let data: z.output<O>
    try {
      data = await execute(useCase, readForm(formData), {
        actor: await findActor(),
        caller: await getCaller(),
        schema,
        after: afterAnswer,
      })
    } catch (thrown) {
      unstable_rethrow(thrown)
      const error = { ...describeError(thrown), values: typedValues(formData) }
      const target =
        options.redirectOnError?.(error, await postedFrom()) ?? (await signInTarget(error))
      if (target) redirect(target as Parameters<typeof redirect>[0])
      return [error, null]
    }
    for (const cookie of options.cookies?.(data) ?? []) await keepCookie(cookie)
    if (options.clearCookies) await clearCookies(options.clearCookies(data))
    const { redirectTo } = options
    const target =
      typeof redirectTo === 'function'
        ? redirectTo(data, typedValues(formData), await postedFrom())
        : redirectTo
    if (target) redirect(target as Parameters<typeof redirect>[0])
    if (options.refresh) refresh()
    return [null, encode(useCase.output, data)]
  }
}

const postedFrom = async (): Promise<string> => (await headers()).get(REQUESTED_PATH_HEADER) ?? '/'

async function keepCookie({ name, value, options }: Cookie): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, {
    maxAge: YEAR_SECONDS,
    httpOnly: false,
    sameSite: 'lax',
    secure: getEnv().APP_URL.startsWith('https:'),
    ...options,
  })
}

/** With the attributes they were set with, since browsers protect those that have a prefix. */
async function clearCookies(names: readonly string[]): Promise<void> {
  const jar = await cookies()
  const secure = getEnv().APP_URL.startsWith('https:')
  for (const name of names)
    jar.set(name, '', { path: '/', maxAge: 0, httpOnly: true, secure, sameSite: 'lax' })
}

/**
 * A session that ended, or that is too old for this, leads to the sign-in page and from there back;
 * a redirect works without JavaScript too.
 */
async function signInTarget({ code, key }: PublicError): Promise<string | null> {
  const isStale = key === 'freshSession'
  if (code !== 'unauthorized' && !isStale) return null
  const next = (await headers()).get(REQUESTED_PATH_HEADER) ?? undefined
  return signInPath({ next, reason: isStale ? 'fresh_session_required' : 'session_ended' })
}
