'use server'

import { action } from '@/lib/transport/action'
import { confirmEmailChange } from '@/lib/use-cases/account/change-email'

export const confirmEmailChangeAction = action(confirmEmailChange)
