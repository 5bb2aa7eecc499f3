import * as z from 'zod'
import { PROVIDERS } from '@/lib/core/providers'
import { connectionSchema } from './connection'
import { passkeySchema } from './passkey'

/** Everything somebody can sign in with, and what could be added. */
export const waysInSchema = z.object({
  /** False for one that was only ever signed in to by a provider. */
  hasPassword: z.boolean(),
  connections: z.array(connectionSchema),
  /** Providers that could be connected. */
  available: z.array(z.enum(PROVIDERS)),
  passkeys: z.array(passkeySchema),
  /** Off where no browser makes one for this server's address. */
  arePasskeysOffered: z.boolean(),
})
