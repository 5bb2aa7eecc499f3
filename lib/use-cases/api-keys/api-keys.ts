import * as z from 'zod'
import { makeApiKey } from '@/lib/auth/api-key'
import { type Actor, KEY_SCOPES } from '@/lib/core/actor'
import type { AuditAction } from '@/lib/core/audit'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { apiKeyMadeMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { ApiKeyRepository } from '@/lib/repositories/api-key-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import {
  apiKeyIdSchema,
  apiKeySchema,
  createdApiKeySchema,
  newApiKeySchema,
} from '@/lib/schemas/api-key'
import { tellOfPerson } from '@/lib/services/notices'
import { sendAll } from '../auth/send-all'

const MOST_KEYS = 20
const HOUR_SECONDS = 3600
const DAY_MS = 86_400_000

/** One's own keys, newest first, expired ones too; the keys themselves are not to be had again. */
export const listApiKeys = defineUseCase({
  name: 'apiKey.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ keys: z.array(apiKeySchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => ({ keys: await new ApiKeyRepository(tx, scope).list() }),
})

/**
 * Makes a key and answers with it, this once; the owner is told by mail. A key may do no more than
 * its person, but it outlives their session, so it asks for a fresh one.
 */
export const createApiKey = defineUseCase({
  name: 'apiKey.create',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: newApiKeySchema,
  output: createdApiKeySchema,
  limits: [{ per: 'account', max: 30, windowSeconds: HOUR_SECONDS }],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { name, scopes, expiresInDays }, after }) => {
    if (scopes.includes('coach') && actor.role !== 'coach') {
      throw new ValidationError({ scopes: [{ key: 'choice' }] })
    }
    const keys = new ApiKeyRepository(tx, scope)
    if ((await keys.lockAndCount()) >= MOST_KEYS) throw new ConflictError('tooManyKeys')
    const { key, hash, start } = makeApiKey()
    const created = await keys.create({
      ...{ name, hash, start, createdAt: now },
      scopes: KEY_SCOPES.filter((known) => scopes.includes(known)),
      expiresAt: expiresInDays && new Date(now.getTime() + expiresInDays * DAY_MS),
    })
    await new AuditRepository(tx).record({
      ...entry(actor, 'api_key_created', created.id),
      details: { scopes: created.scopes, expiresInDays },
    })
    after(sendAll([() => apiKeyMadeMail(actor, { name, scopes: created.scopes })]))
    return { ...created, key }
  },
})

/** Deletes a key; the next request that comes with it is nobody's. */
export const revokeApiKey = defineUseCase({
  name: 'apiKey.revoke',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: apiKeyIdSchema,
  output: apiKeyIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input }) => {
    await new ApiKeyRepository(tx, scope).delete(input.id)
    await tellOfPerson(tx, actor.userId)
    await new AuditRepository(tx).record(entry(actor, 'api_key_revoked', input.id))
    return input
  },
})

/** Revokes all of somebody's keys, for when others may have made some. */
export async function revokeAllKeys(tx: Transaction, userId: string): Promise<void> {
  const revoked = await new ApiKeyRepository(tx, ownData({ userId })).deleteAll()
  if (revoked.length === 0) return
  await tellOfPerson(tx, userId)
  for (const id of revoked)
    await new AuditRepository(tx).record({
      ...entry({ userId }, 'api_key_revoked', id),
      details: { with: 'password' },
    })
}

const entry = (
  { userId, sessionId }: Pick<Actor, 'userId'> & Partial<Actor>,
  action: AuditAction,
  subjectId: string,
) => ({
  ...{ actorId: userId, ownerId: userId },
  ...(sessionId && { sessionId }),
  ...{ action, subjectType: 'api_key' as const, subjectId },
})
