'use server'

import { action } from '@/lib/transport/action'
import { requestPasswordReset } from '@/lib/use-cases/auth/reset-password'

export const requestPasswordResetAction = action(requestPasswordReset)
