import * as z from 'zod'
import { idSchema, instantSchema } from './text'

/** A place where somebody is signed in. */
export const authSessionSchema = z.object({
  id: idSchema,
  /** What it was opened with, by the names people know; null where it did not say. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Of an IPv6 address its first half. */
  address: z.string().nullable(),
  signedInAt: instantSchema,
  /** To within a day. */
  lastUsedAt: instantSchema,
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
})
export type AuthSession = z.output<typeof authSessionSchema>

export const authSessionIdSchema = z.strictObject({ id: idSchema })
