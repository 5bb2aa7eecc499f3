import * as z from 'zod'
import { ACCOUNT_ACTIONS, TRAINING_ACTIONS } from '@/lib/core/audit'
import { gymKeySchema } from './gym'
import { idSchema, instantSchema } from './text'

export const AUDIT_VIEWS = ['others', 'account', 'training'] as const

export const auditListSchema = z.strictObject({
  /** What others did with one's data, or one's own doings. */
  view: z.enum(AUDIT_VIEWS).default('others'),
  /** The last entry known; those before it follow. */
  before: idSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
})
export type AuditList = z.output<typeof auditListSchema>

/** What happened in a gym. */
export const gymAuditListSchema = auditListSchema.omit({ view: true }).extend({ gym: gymKeySchema })
export type GymAuditList = z.output<typeof gymAuditListSchema>

export const auditEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  action: z.enum([...TRAINING_ACTIONS, ...ACCOUNT_ACTIONS]),
  /** Who did it; null for somebody who is gone, or was not signed in. */
  actorName: z.string().nullable(),
  isOwn: z.boolean(),
  /** Whom it was done to, where that is somebody else and still there. */
  toName: z.string().nullable(),
  /** What was read, as the operation is called (`workout.list`); null for anything but reading. */
  read: z.string().nullable(),
})
export type AuditEntry = z.output<typeof auditEntrySchema>
