import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import { ownData } from '@/lib/policies/own-data'
import { IdempotencyRepository } from '@/lib/repositories/idempotency-repository'
import type { Inside } from './execute'

const answeredSchema = z.object({ data: z.unknown() })
type Answered = z.output<typeof answeredSchema>

/** A write that came with an `Idempotency-Key`: the same again is answered with what is kept. */
interface RepeatableWrite {
  key: string
  /** Method, path and input; the same key with another one is a conflict. */
  request: readonly unknown[]
  isShownOnce: boolean
}

/** @throws ValidationError for a key that is none */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get('idempotency-key')
  if (key === null || /^[\x21-\x7e]{1,200}$/.test(key)) return key
  throw new ValidationError({ 'Idempotency-Key': [{ key: 'idempotencyKey' }] })
}

/**
 * Runs a write once for its key, in the write's own transaction: one that fails leaves the key
 * free, and a twin that comes meanwhile waits and then gets the same answer.
 */
export async function once(
  { key, request, isShownOnce }: RepeatableWrite,
  { tx, actor }: Pick<Inside<unknown, unknown>, 'tx' | 'actor'>,
  run: () => Promise<Answered>,
): Promise<Answered> {
  if (!actor) return run()
  const keys = new IdempotencyRepository(tx, ownData(actor))
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  const kept = await keys.claim(key, requestHash)
  if (kept && kept.requestHash !== requestHash) throw new ConflictError('idempotencyKeyReused')
  if (kept && isShownOnce) throw new ConflictError('shownOnce')
  if (kept) return answeredSchema.parse(kept.response)
  const answer = await run()
  if (!isShownOnce) await keys.keep(key, answer)
  return answer
}
