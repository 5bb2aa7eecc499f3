import 'server-only'
import type * as z from 'zod'
import { hasRole } from '@/lib/auth/guards'
import type { Actor, KeyScope } from '@/lib/core/actor'
import type { Access, AnyUseCase, Caller, UseCase } from '@/lib/core/define-use-case'
import { ForbiddenError, UnauthorizedError } from '@/lib/core/errors'
import { getDatabase } from '@/lib/db/client'
import { isRetryable } from '@/lib/db/database-errors'
import { countAttempt } from '@/lib/services/rate-limiter'
import { toValidationError } from './describe-error'

export interface Call {
  actor: Actor | null
  caller: Caller
  /** Form values are text, so forms pass a schema that turns text into values first. */
  schema?: z.ZodType
  after(task: () => Promise<void>): void
}

/**
 * Runs a use case: actor → parse → limits → transaction( authorize → run ). Throws AppErrors and
 * whatever went wrong; a deadlock or a raced operation id is tried once more.
 */
export async function execute<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  raw: unknown,
  call: Call,
): Promise<z.output<O>> {
  const actor = admit(useCase, call.actor)
  const parsed = await (call.schema ?? useCase.input).safeParseAsync(raw)
  if (!parsed.success) throw toValidationError(parsed.error, raw)
  const input = parsed.data as z.output<I>
  await countAttempts(useCase, input, call)

  const attempt = () => {
    const tasks: (() => Promise<void>)[] = []
    return getDatabase()
      .transaction(
        async (tx) => {
          const context = {
            tx,
            actor: actor as A extends 'anyone' ? Actor | null : Actor,
            input,
            now: new Date(),
            caller: call.caller,
            after: (task: () => Promise<void>) => void tasks.push(task),
          }
          const scope = await useCase.authorize(context)
          return useCase.run({ ...context, scope })
        },
        { accessMode: useCase.kind === 'read' ? 'read only' : 'read write' },
      )
      .then((data) => {
        for (const task of tasks) call.after(task)
        return data
      })
  }
  return attempt().catch((error) => {
    if (isRetryable(error)) return attempt()
    throw error
  })
}

type Admission = Pick<AnyUseCase, 'access' | 'kind' | 'needsSession'>

function admit({ access, kind, needsSession }: Admission, actor: Actor | null): Actor | null {
  if (needsSession && actor?.keyScopes) throw new ForbiddenError('keyNeedsSession')
  if (access === 'anyone') return actor
  if (!actor) throw new UnauthorizedError()
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
