'use server'

import { action } from '@/lib/transport/action'
import { register } from '@/lib/use-cases/auth/register'
import { confirmPath } from '../verify-email/confirm-path'

export const registerAction = action(register, {
  redirectTo: (_data, { next }) => confirmPath(next),
})
