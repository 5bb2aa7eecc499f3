'use server'

import { action } from '@/lib/transport/action'
import { changeRole } from '@/lib/use-cases/account/account'
import { requestEmailChange } from '@/lib/use-cases/account/change-email'
import { requestAccountDeletion } from '@/lib/use-cases/account/delete-account'

export const changeRoleAction = action(changeRole, { refresh: true })
export const requestEmailChangeAction = action(requestEmailChange)
export const requestAccountDeletionAction = action(requestAccountDeletion)
