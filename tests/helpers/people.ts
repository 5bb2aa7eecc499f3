import type * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import type { Access, UseCase } from '@/lib/core/define-use-case'
import { newId } from '@/lib/core/id'
import type { Database } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { execute } from '@/lib/transport/execute'

/** A verified person in the database, and the actor their requests would carry. */
export async function createPerson(db: Database, about: Partial<Actor> = {}): Promise<Actor> {
  const userId = newId()
  const email = `${newId()}@example.com`
  const { name = 'Sam Test' } = about
  await db.insert(users).values({ id: userId, name, email, emailVerified: true })
  return {
    userId,
    sessionId: newId(),
    name,
    email,
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
    ...about,
  }
}

/**
 * Calls a use case as this person would, through the one wrapper; work queued for later runs at once.
 * @param cookie what their browser sends, as a `Cookie` header
 */
export async function callAs<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  actor: Actor | null,
  useCase: UseCase<A, I, O, Scope>,
  input: unknown,
  cookie = '',
): Promise<z.output<O>> {
  const tasks: Promise<void>[] = []
  const data = await execute(useCase, input, {
    actor,
    caller: { address: '127.0.0.1', headers: new Headers(cookie ? { cookie } : {}) },
    after: (task) => void tasks.push(task()),
  })
  await Promise.all(tasks)
  return data
}
