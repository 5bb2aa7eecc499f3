import 'server-only'
import { notFound, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import type * as z from 'zod'
import { leadToSignIn } from '@/lib/auth/guards'
import { findActor } from '@/lib/auth/session'
import type { Access, UseCase } from '@/lib/core/define-use-case'
import {
  AppError,
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  UnauthorizedError,
  ValidationError,
} from '@/lib/core/errors'
import type { Result } from '@/lib/core/result'
import { afterAnswer } from './after-answer'
import { getCaller } from './caller'
import { describeError } from './describe-error'
import { execute } from './execute'

const NOTHING_HERE = [NotFoundError, ForbiddenError, ValidationError]

/**
 * A reading use case for pages, run once a request and input, however many parts of the page ask.
 * Signed out leads to sign-in; what is not found or not theirs to see, and an id that cannot be one, is
 * Next's 404.
 */
export function query<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope> & { kind: 'read' },
): (input: z.input<I>) => Promise<z.output<O>> {
  return (input) => read(useCase, JSON.stringify(input))
}

/**
 * As `query`, for one that has limits: whoever looked too often gets the sentence that says until when,
 * since a page that fails has no words without JavaScript.
 */
export function limitedQuery<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope> & { kind: 'read' },
): (input: z.input<I>) => Promise<Result<z.output<O>>> {
  return async (input) => {
    try {
      return [null, await query(useCase)(input)]
    } catch (error) {
      if (error instanceof RateLimitedError) return [describeError(error), null]
      throw error
    }
  }
}

/** React knows the same question by the same use case and the same text. */
const read = cache(async function read<
  A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  Scope,
>(useCase: UseCase<A, I, O, Scope> & { kind: 'read' }, input: string): Promise<z.output<O>> {
  try {
    return await execute(useCase, JSON.parse(input), {
      actor: await findActor(),
      caller: await getCaller(),
      after: afterAnswer,
    })
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof UnauthorizedError) return leadToSignIn()
    if (NOTHING_HERE.some((kind) => error instanceof kind)) notFound()
    throw pageFailure(error)
  }
})

/**
 * What Next shows and logs of a failed page: its reference is the one in our own log, which has
 * the cause without what it says of people.
 */
function pageFailure(thrown: unknown): Error {
  if (thrown instanceof AppError) return thrown
  const { id, key } = describeError(thrown)
  return Object.assign(new Error(`This page failed: ${key}`), { digest: id })
}
