import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { ExportRepository } from '@/lib/repositories/export-repository'
import { accountEntry } from './account-entry'

const HOUR_SECONDS = 3600

/**
 * Everything of one's own as the parts of one JSON document, in order: joined they are it. Without
 * hashes, tokens and whatever else opens something.
 */
export const exportAccount = defineUseCase({
  name: 'account.export',
  kind: 'read',
  leavesTrail: true,
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ parts: z.array(z.string()) }),
  limits: [{ per: 'account', max: 10, windowSeconds: HOUR_SECONDS }],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now }) => {
    const all = new ExportRepository(tx, scope)
    await all.freeze()
    const head = { format: 'gym-tracker', version: 1, exportedAt: now.toISOString() }
    const parts = [`${JSON.stringify(head).slice(0, -1)},`]
    for await (const part of all.parts(actor.email)) parts.push(part)
    parts.push('}')
    await new AuditRepository(tx).record(accountEntry(actor, 'data_exported'))
    return { parts }
  },
})
