import * as z from 'zod'
import { ROLES } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { accountSchema, changeRoleSchema } from '@/lib/schemas/account'
import { accountEntry } from './account-entry'

/** What the settings show of one's own account. */
export const getAccount = defineUseCase({
  name: 'account.get',
  kind: 'read',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: accountSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor: { email, role } }) => {
    const gyms = await new AccountRepository(tx, scope).listOwnGyms()
    const inTheWay = gyms.filter(({ others }) => others > 0)
    return { email, role, gymsInTheWay: inTheWay.map(({ name }) => name) }
  },
})

/** Whether one trains only or coaches too; what there is stays either way. */
export const changeRole = defineUseCase({
  name: 'account.changeRole',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: changeRoleSchema,
  output: z.object({ role: z.enum(ROLES) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { role } }) => {
    const profiles = new ProfileRepository(tx, scope)
    const { role: before } = await profiles.lock()
    if (before === role) return { role }
    await profiles.update({ role })
    const entry = accountEntry(actor, 'role_changed', { before, after: role })
    await new AuditRepository(tx).record(entry)
    return { role }
  },
})
