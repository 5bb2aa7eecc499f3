import * as z from 'zod'
import { auditEntrySchema, auditListSchema } from '@/lib/schemas/audit'
import { idSchema } from '@/lib/schemas/text'
import { listAudit, listGymAudit } from '@/lib/use-cases/audit/list-audit'
import { endpoint, page } from '../endpoint'
import { cursorSchema, paginate } from '../paging'

const { view, limit, before } = auditListSchema.shape

const listSchema = z
  .strictObject({ view, limit, cursor: cursorSchema(before.unwrap()) })
  .transform(({ cursor, ...rest }) => ({ ...rest, ...(cursor && { before: cursor }) }))

const gymListSchema = z
  .strictObject({ gymId: idSchema, limit, cursor: cursorSchema(before.unwrap()) })
  .transform(({ gymId, cursor, ...rest }) => ({
    ...{ ...rest, gym: { gymId } },
    ...(cursor && { before: cursor }),
  }))

const answer = page(
  auditEntrySchema,
  (
    { entries, hasMore }: z.output<typeof listAudit.output>,
    { limit: most }: { limit: number },
  ) => ({
    items: entries,
    pagination: paginate({ limit: most }, hasMore ? entries.at(-1)?.id : null),
  }),
)

export const auditEndpoints = {
  'GET /api/audit': endpoint(listAudit, {
    summary: 'Who saw or changed your data, and what happened in your account, the newest first.',
    input: listSchema,
    answer,
  }),
  'GET /api/organizations/:id/audit': endpoint(listGymAudit, {
    summary: 'What was done in a gym and by whom, the newest first; for its owner.',
    params: { id: 'gymId' },
    input: gymListSchema,
    answer,
  }),
}
