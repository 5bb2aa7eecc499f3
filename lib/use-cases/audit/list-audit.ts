import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { AuditTrailRepository } from '@/lib/repositories/audit-trail-repository'
import { auditEntrySchema, auditListSchema } from '@/lib/schemas/audit'

/** Who saw or changed one's data and account, newest first, a page at a time. */
export const listAudit = defineUseCase({
  name: 'audit.list',
  kind: 'read',
  access: 'user',
  input: auditListSchema,
  output: z.object({ entries: z.array(auditEntrySchema), hasMore: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const trail = new AuditTrailRepository(tx, scope)
    const rows = await trail.list({ ...input, limit: input.limit + 1 })
    return { entries: rows.slice(0, input.limit), hasMore: rows.length > input.limit }
  },
})
