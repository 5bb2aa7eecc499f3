import type * as z from 'zod'
import type { Transaction } from '@/lib/db/client'
import type { Actor } from './actor'

export type Access = 'anyone' | 'user' | 'coach'

/** How often something may be tried; counted in the database, so it holds over several servers. */
export interface RateLimit {
  /** Whom it is counted for: `address` is the caller's, `account` is the e-mail or user at stake. */
  per: 'address' | 'account'
  max: number
  windowSeconds: number
}

/** Where the request came from; never trusted for rights. */
export interface Caller {
  address: string
  /** The request's headers, for the identity service alone. */
  headers: Headers
}

interface UseCaseContext<A extends Access, Input> {
  /** One transaction around authorize and run, so that rights cannot end in between. */
  tx: Transaction
  actor: A extends 'anyone' ? Actor | null : Actor
  input: Input
  now: Date
  caller: Caller
  /** Queues work for after the commit and the answer; its failure is logged and changes nothing. */
  after(task: () => Promise<void>): void
}

/** One thing a person can do, whatever the screen or the client they do it with. */
export interface UseCase<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope> {
  /** `area.verb`: the key in the registry, the audit trail and the isolation matrix. */
  name: `${string}.${string}`
  kind: 'read' | 'write'
  /** `anyone` may be signed out; `coach` is an account that coaches. */
  access: A
  /** For what no API key may do, whatever its scopes. */
  needsSession?: true
  /** For what asks for a sign-in within the last hour, and therefore for a session. */
  needsFreshSession?: true
  /** A read that leaves a line in the trail, so that its transaction has to write. */
  leavesTrail?: true
  input: I
  output: O
  limits?: readonly RateLimit[]
  /** The account an `account` limit counts for; the actor's own id when left out. */
  limitAccount?(input: z.output<I>): string
  /** Decides whether this actor may, and answers with the scope that repositories ask for. */
  authorize(context: UseCaseContext<A, z.output<I>>): Scope | Promise<Scope>
  run(context: UseCaseContext<A, z.output<I>> & { scope: Scope }): Promise<z.output<O>>
}

/** Any use case, where only its name, schemas and wrapping matter. */
export type AnyUseCase = UseCase<Access, z.ZodType, z.ZodType, unknown>

/** Names the types of a use case once; what it returns is what it was given. */
export function defineUseCase<
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  Scope,
  const K extends AnyUseCase['kind'],
>(useCase: UseCase<A, I, O, Scope> & { kind: K }): UseCase<A, I, O, Scope> & { kind: K } {
  return useCase
}
