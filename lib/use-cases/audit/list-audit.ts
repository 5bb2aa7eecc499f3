import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { assertGymRight } from '@/lib/policies/gym'
import { ownData } from '@/lib/policies/own-data'
import { AuditTrailRepository, GymTrailRepository } from '@/lib/repositories/audit-trail-repository'
import { auditEntrySchema, auditListSchema, gymAuditListSchema } from '@/lib/schemas/audit'

const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), hasMore: z.boolean() })

/** Who saw or changed one's data and account, newest first, a page at a time. */
export const listAudit = defineUseCase({
  name: 'audit.list',
  kind: 'read',
  access: 'user',
  input: auditListSchema,
  output: auditPageSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const trail = new AuditTrailRepository(tx, scope)
    return pageOf(await trail.list({ ...input, limit: input.limit + 1 }), input.limit)
  },
})

/** What was done in a gym, for its owner, newest first, a page at a time. */
export const listGymAudit = defineUseCase({
  name: 'gym.listAudit',
  kind: 'read',
  access: 'user',
  input: gymAuditListSchema,
  output: auditPageSchema,
  authorize: (context) => assertGymRight(context, context.input.gym, 'trail:read'),
  run: async ({ tx, scope, input }) => {
    const trail = new GymTrailRepository(tx, scope)
    return pageOf(await trail.list({ ...input, limit: input.limit + 1 }), input.limit)
  },
})

const pageOf = <T>(rows: T[], limit: number) => ({
  entries: rows.slice(0, limit),
  hasMore: rows.length > limit,
})
