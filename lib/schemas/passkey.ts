import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import * as z from 'zod'
import { toSync } from '@/lib/core/result'
import { idSchema, instantSchema, text } from './text'

/** What a browser says of a credential (WebAuthn 3, 5.1.7), as one field of a form; binary as base64url. */
const asJson = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .max(20_000)
    .transform((typed): unknown => toSync(() => JSON.parse(typed))[1])
    .pipe(schema)

const credential = {
  id: z.string().min(1).max(2000),
  rawId: z.string().min(1).max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

const newCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    // What a later browser may say besides is left out.
    transports: z.array(transport).catch([]).default([]),
  }),
})

const usedCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    // A browser that was told of no account always says whose passkey it took.
    userHandle: z.string(),
  }),
})

export const creationOptionsSchema = z.object({
  options: z.custom<PublicKeyCredentialCreationOptionsJSON>(),
})
export const requestOptionsSchema = z.object({
  options: z.custom<PublicKeyCredentialRequestOptionsJSON>(),
})

export const addPasskeySchema = z.strictObject({
  /** What its owner calls the device. */
  name: text({ min: 1, max: 100 }),
  response: asJson(newCredentialSchema),
})

export const passkeySignInSchema = z.strictObject({
  response: asJson(usedCredentialSchema),
  /** Where to go afterwards; only a path of our own is followed. */
  next: z.string().max(2000).optional(),
})

export const passkeyIdSchema = z.strictObject({ id: idSchema })

export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  /** Off while it is the only way in. */
  isRemovable: z.boolean(),
})
export type Passkey = z.output<typeof passkeySchema>
