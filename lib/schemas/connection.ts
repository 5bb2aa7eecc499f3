import * as z from 'zod'
import { PROVIDERS } from '@/lib/core/providers'
import { idSchema } from './text'

const provider = z.enum(PROVIDERS)

export const providerSignInSchema = z.strictObject({
  provider,
  /** Where to go afterwards; only a path of our own is followed. */
  next: z.string().max(2000).optional(),
  /** As the browser names it; without JavaScript it stays empty. */
  timeZone: z.string().max(64).optional(),
})

export const providerSchema = z.strictObject({ provider })

/** Where the browser goes to be vouched for. */
export const providerAddressSchema = z.object({ address: z.string() })

export const connectionIdSchema = z.strictObject({ id: idSchema })

export const connectionSchema = z.object({
  id: idSchema,
  provider,
  /** Off while it is the only way in. */
  isRemovable: z.boolean(),
})
export type Connection = z.output<typeof connectionSchema>
