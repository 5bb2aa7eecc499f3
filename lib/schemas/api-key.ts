import * as z from 'zod'
import { KEY_SCOPES } from '@/lib/core/actor'
import { idSchema, instantSchema, text } from './text'

const scopesSchema = z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length)

export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Its first characters; the key itself was shown once. */
  start: z.string(),
  scopes: scopesSchema,
  /** Null for one that never expires. */
  expiresAt: instantSchema.nullable(),
  /** To within an hour; null as long as it was never used. */
  lastUsedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type ApiKey = z.output<typeof apiKeySchema>

export const newApiKeySchema = z.strictObject({
  name: text({ min: 1, max: 100 }),
  scopes: scopesSchema,
  /** Null for a key that never expires. */
  expiresInDays: z.literal([30, 90, 365]).nullable().default(null),
})

/** What a new key is answered with, this once: `key` is kept nowhere. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() })

export const apiKeyIdSchema = z.strictObject({ id: idSchema })
