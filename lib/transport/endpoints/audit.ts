import * as z from 'zod'
import { auditEntrySchema, auditListSchema } from '@/lib/schemas/audit'
import { listAudit } from '@/lib/use-cases/audit/list-audit'
import { endpoint, page } from '../endpoint'
import { cursorSchema, paginate } from '../paging'

const { view, limit, before } = auditListSchema.shape

const listSchema = z
  .strictObject({ view, limit, cursor: cursorSchema(before.unwrap()) })
  .transform(({ cursor, ...rest }) => ({ ...rest, ...(cursor && { before: cursor }) }))

export const auditEndpoints = {
  'GET /api/audit': endpoint(listAudit, {
    summary: 'Who saw or changed your data, and what happened in your account, the newest first.',
    input: listSchema,
    answer: page(auditEntrySchema, ({ entries, hasMore }, { limit: most }) => ({
      items: entries,
      pagination: paginate({ limit: most }, hasMore ? entries.at(-1)?.id : null),
    })),
  }),
}
