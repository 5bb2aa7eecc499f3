import * as z from 'zod'
import { ROLES } from '@/lib/core/actor'
import { idSchema, text } from './text'

/** In UTF-16 units, of any characters. */
export const PASSWORD_LENGTH = { min: 10, max: 128 }

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const personNameSchema = text({ min: 1, max: 80 })

/** Where to go once signed in; only a path of our own is followed. */
const nextSchema = z.string().max(2000).optional()

/** Taken as typed, spaces at the ends included. */
const newPasswordSchema = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)

const linkTokenSchema = z.string().min(1).max(1000)

export const registerSchema = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  role: z.enum(['athlete', 'coach']),
  weightUnit: z.enum(['kg', 'lb']),
  /** As the browser names it; without JavaScript it stays empty. */
  timeZone: z.string().max(64).optional(),
  next: nextSchema,
})

/** The ways in that this browser has made, for its cookie. */
export const registeredSchema = z.object({ email: z.string(), waysIn: z.string() })

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(PASSWORD_LENGTH.max),
  next: nextSchema,
})

/** Who signed in. */
export const signedInSchema = z.object({ id: idSchema, name: z.string(), email: z.string() })

export const emailOnlySchema = z.strictObject({ email: emailSchema })

export const resendSchema = emailOnlySchema.extend({ next: nextSchema })

/** A link that was mailed. */
export const mailedLinkSchema = z.strictObject({ token: linkTokenSchema })

export const verifyEmailSchema = mailedLinkSchema.extend({ next: nextSchema })

export const resetPasswordSchema = z.strictObject({
  token: linkTokenSchema,
  password: newPasswordSchema,
  /** Whether it is the first that the owner of the address chooses, which only changes what is said. */
  isFirst: z.boolean().default(false),
  next: nextSchema,
})

export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_LENGTH.max),
  newPassword: newPasswordSchema,
})

export const changeRoleSchema = z.strictObject({ role: z.enum(ROLES) })

/** What the settings show of an account. */
export const accountSchema = z.object({
  email: z.string(),
  role: z.enum(ROLES),
  /** Gyms that have to be handed over or deleted before the account can be. */
  gymsInTheWay: z.array(z.string()),
})
