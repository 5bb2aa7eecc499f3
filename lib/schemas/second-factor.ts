import * as z from 'zod'
import { ROLES } from '@/lib/core/actor'
import { PASSWORD_LENGTH } from './account'
import { idSchema, instantSchema, text } from './text'

/** Six digits of an authenticator app; spaces between them are how some apps show them. */
const authenticatorCode = text({ min: 1, max: 20 })
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .refine((code) => /^\d{6}$/.test(code), { params: { key: 'authenticatorCode' } })

const recoveryCode = text({ min: 1, max: 40 })

const next = z.string().max(2000).optional()

export const secondStepSchema = z.strictObject({ code: authenticatorCode, next })
export const recoveryStepSchema = z.strictObject({ code: recoveryCode, next })

export const authenticatorCodeSchema = z.strictObject({ code: authenticatorCode })
/** Either kind, since whoever lost the phone has the other one. */
export const anyCodeSchema = z.strictObject({ anyCode: recoveryCode })

export const startTwoFactorSchema = z.strictObject({
  /** Asked for where the account has one. */
  password: z.string().max(PASSWORD_LENGTH.max).optional(),
})

/** Shown once; only they themselves are kept, encrypted. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) })

export const twoFactorSchema = z.object({
  isOn: z.boolean(),
  /** What the authenticator app needs, as long as it is being set up. */
  setup: z.object({ address: z.string(), key: z.string() }).nullable(),
  recoveryCodesLeft: z.int(),
})

export const sessionSchema = z.object({
  session: z.object({
    id: idSchema,
    userId: idSchema,
    createdAt: instantSchema,
    expiresAt: instantSchema,
  }),
  user: z.object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    role: z.enum(ROLES),
  }),
})
