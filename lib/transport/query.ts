import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import type * as z from 'zod'
import { findActor } from '@/lib/auth/session'
import type { Access, UseCase } from '@/lib/core/define-use-case'
import { NotFoundError, UnauthorizedError, ValidationError } from '@/lib/core/errors'
import { getCaller } from './caller'
import { execute } from './execute'

/**
 * A reading use case for pages, run once a request and input. Signed out leads to sign-in;
 * not found, and an id that cannot be one, is Next's 404.
 */
export function query<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
): (input: z.input<I>) => Promise<z.output<O>> {
  const read = cache(async (key: string): Promise<z.output<O>> => {
    try {
      return await execute(useCase, JSON.parse(key), {
        actor: await findActor(),
        caller: await getCaller(),
        after: (task) => after(task),
      })
    } catch (error) {
      if (error instanceof UnauthorizedError) redirect('/auth/login')
      if (error instanceof NotFoundError || error instanceof ValidationError) notFound()
      throw error
    }
  })
  return (input) => read(JSON.stringify(input))
}
