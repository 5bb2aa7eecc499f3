import * as z from 'zod'
import { GYM_ROLES, INVITED_ROLES } from '@/lib/core/gym'
import { emailSchema } from './account'
import { idSchema, instantSchema, text } from './text'

const roleSchema = z.enum(GYM_ROLES)
const invitedRoleSchema = z.enum(INVITED_ROLES)

const gymNameSchema = text({ min: 1, max: 100 })

/** The gym's part of its pages' addresses. */
const gymSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(60)
  .refine((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), { params: { key: 'slug' } })

export const gymIdSchema = z.strictObject({ gymId: idSchema })
const gymSlugOnlySchema = z.strictObject({ slug: z.string().max(100) })
/** A gym by its id, or by its part of the address. */
export const gymKeySchema = z.union([gymIdSchema, gymSlugOnlySchema])
export const gymAddressSchema = z.object({ gymId: idSchema, slug: z.string() })

export const newGymSchema = z.strictObject({ name: gymNameSchema })
export const gymChangeSchema = z.strictObject({
  gymId: idSchema,
  name: gymNameSchema.optional(),
  slug: gymSlugSchema.optional(),
})
export const gymDeletionSchema = z.strictObject({
  gymId: idSchema,
  /** The gym's name, typed again. */
  confirmation: z.string().trim().max(100),
})

/** `memberId` is the person's own id. */
export const gymMemberSchema = z.strictObject({ gymId: idSchema, memberId: idSchema })
export const memberRoleSchema = gymMemberSchema.extend({ memberRole: invitedRoleSchema })

export const newInvitationSchema = z.strictObject({
  gymId: idSchema,
  email: emailSchema,
  memberRole: invitedRoleSchema,
})
export const sentInvitationIdSchema = z.strictObject({ gymId: idSchema, invitationId: idSchema })
export const invitationIdSchema = z.strictObject({ invitationId: idSchema })

/** One of the gyms somebody is in. */
export const gymSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** What they are in it. */
  role: roleSchema,
  memberCount: z.int(),
})

export const listedMemberSchema = z.object({
  userId: idSchema,
  name: z.string(),
  /** For the owner and admins; null for everybody else. */
  email: z.string().nullable(),
  role: roleSchema,
  joinedAt: instantSchema,
})
export type ListedMember = z.output<typeof listedMemberSchema>

export const sentInvitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  invitedBy: z.string(),
  expiresAt: instantSchema,
})
export type SentInvitation = z.output<typeof sentInvitationSchema>

/** A gym as far as the reader's role shows it. */
export const gymSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  createdAt: instantSchema,
  /** What the reader is in it. */
  role: roleSchema,
  /** The staff; for the staff, everybody. */
  members: z.array(listedMemberSchema),
  /** What is unanswered; null for those who may not invite. */
  invitations: z.array(sentInvitationSchema).nullable(),
  /** What goes with the gym; null for those who may not delete it. */
  contents: z.object({ members: z.int(), invitations: z.int(), routines: z.int() }).nullable(),
})
export type Gym = z.output<typeof gymSchema>

export const receivedInvitationSchema = z.object({
  id: idSchema,
  gymName: z.string(),
  role: roleSchema,
  invitedBy: z.string(),
  expiresAt: instantSchema,
})

/** An invitation on its own page: to whom it went, and to that person alone everything else. */
export const shownInvitationSchema = z.object({
  /** Null once it is over, for everybody but the invited. */
  email: z.string().nullable(),
  /** Whether it can still be answered. */
  isOpen: z.boolean(),
  /** For the person it went to; null for everybody else. */
  yours: z
    .object({
      gymName: z.string(),
      role: roleSchema,
      invitedBy: z.string(),
      expiresAt: instantSchema,
      /** Where to find the gym, for who is in it already. */
      slug: z.string().nullable(),
    })
    .nullable(),
})

/** `isNew` is false for who was in the gym already. */
export const acceptedInvitationSchema = z.object({
  gymId: idSchema,
  slug: z.string(),
  isNew: z.boolean(),
})
