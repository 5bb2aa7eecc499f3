import 'server-only'
import * as z from 'zod'
import { hasRole, isFresh } from '@/lib/auth/guards'
import type { Actor, KeyScope } from '@/lib/core/actor'
import type { Access, AnyUseCase, Caller, UseCase } from '@/lib/core/define-use-case'
import { ForbiddenError, UnauthorizedError } from '@/lib/core/errors'
import { getDatabase, type Transaction } from '@/lib/db/client'
import { isRetryable } from '@/lib/db/database-errors'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { countAttempt } from '@/lib/services/rate-limiter'
import { toValidationError } from './describe-error'

export interface Call {
  actor: Actor | null
  caller: Caller
  /** Form values are text, so forms pass a schema that turns text into values first. */
  schema?: z.ZodType
  after(task: () => Promise<void>): void
}

/** What a transport may do inside the transaction of a call. */
export interface Inside<Input, Data> {
  tx: Transaction
  actor: Actor | null
  now: Date
  input: Input
  /** Authorizes and runs the use case that was called. */
  run(): Promise<Data>
  /** Another use case in the same transaction: what a write changed, as a read shows it. */
  read: Read
}

export type Read = <I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<'user', I, O, Scope>,
  input: z.output<I>,
) => Promise<z.output<O>>

/**
 * Runs a use case: actor → parse → limits → transaction( authorize → run ). Throws AppErrors and
 * whatever went wrong; a deadlock or a raced operation id is tried once more.
 */
export function execute<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  raw: unknown,
  call: Call,
): Promise<z.output<O>> {
  return executeInside(useCase, raw, call, (inside) => inside.run())
}

/** As `execute`, with `perform` deciding what happens around the run in its transaction. */
export async function executeInside<
  A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  Scope,
  Answer,
>(
  useCase: UseCase<A, I, O, Scope>,
  raw: unknown,
  call: Call,
  perform: (inside: Inside<z.output<I>, z.output<O>>) => Promise<Answer>,
): Promise<Answer> {
  const actor = admit(useCase, call.actor)
  const parsed = await (call.schema ?? useCase.input).safeParseAsync(raw)
  if (!parsed.success) throw toValidationError(parsed.error, raw)
  const input = parsed.data as z.output<I>
  await countAttempts(useCase, input, call)

  const attempt = async () => {
    const tasks: (() => Promise<void>)[] = []
    const answer = await getDatabase().transaction(
      (tx) => {
        const after = (task: () => Promise<void>) => void tasks.push(task)
        const context = { tx, actor, now: new Date(), caller: call.caller, after }
        return perform({
          ...context,
          input,
          run: () => runIn(context, useCase, input),
          read: (other, what) => runIn(context, other, what),
        })
      },
      { accessMode: useCase.kind === 'read' && !useCase.leavesTrail ? 'read only' : 'read write' },
    )
    for (const task of tasks) call.after(task)
    return answer
  }
  return attempt().catch((error) => {
    if (isRetryable(error)) return attempt()
    throw error
  })
}

type Context = Pick<Inside<unknown, unknown>, 'tx' | 'actor' | 'now'> & Omit<Call, 'schema'>

async function runIn<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  { actor, ...context }: Context,
  useCase: UseCase<A, I, O, Scope>,
  input: z.output<I>,
): Promise<z.output<O>> {
  const admitted = { ...context, input, actor: actor as A extends 'anyone' ? Actor | null : Actor }
  const scope = await useCase.authorize(admitted)
  await noteReading(useCase, { actor, scope })
  return useCase.run({ ...admitted, scope })
}

/**
 * Whoever is let into the data of somebody else is told to them. On a connection of its own, since
 * the transaction of a reading can write nothing.
 */
async function noteReading(
  { kind, name }: Pick<AnyUseCase, 'kind' | 'name'>,
  { actor, scope }: { actor: Actor | null; scope: unknown },
): Promise<void> {
  const { athleteId } = athleteSchema.safeParse(scope).data ?? {}
  if (kind !== 'read' || !actor || !athleteId || athleteId === actor.userId) return
  await new AuditRepository(getDatabase()).record({
    ...{ actorId: actor.userId, sessionId: actor.sessionId, ownerId: athleteId },
    ...{ action: 'data_read', subjectType: 'user', subjectId: athleteId },
    details: { read: name },
  })
}

const athleteSchema = z.object({ athleteId: z.string() })

type Admission = Pick<AnyUseCase, 'access' | 'kind' | 'needsSession' | 'needsFreshSession'>

function admit(useCase: Admission, actor: Actor | null): Actor | null {
  const { access, kind, needsSession, needsFreshSession } = useCase
  if ((needsSession || needsFreshSession) && actor?.keyScopes)
    throw new ForbiddenError('keyNeedsSession')
  if (access === 'anyone') return actor
  if (!actor) throw new UnauthorizedError()
  if (needsFreshSession && !isFresh(actor)) throw new ForbiddenError('freshSession')
  if (access === 'coach' && !hasRole(actor, 'coach')) throw new ForbiddenError()
  const needed: KeyScope[] = access === 'coach' ? [kind, 'coach'] : [kind]
  const { keyScopes } = actor
  const missing = keyScopes && needed.find((scope) => !keyScopes.includes(scope))
  if (missing) throw new ForbiddenError('keyScope', { scope: missing })
  return actor
}

async function countAttempts<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  input: z.output<I>,
  call: Call,
): Promise<void> {
  for (const limit of useCase.limits ?? []) {
    const who =
      limit.per === 'address'
        ? call.caller.address
        : (useCase.limitAccount?.(input) ?? call.actor?.userId ?? call.caller.address)
    await countAttempt({ name: useCase.name, limit, who })
  }
}
