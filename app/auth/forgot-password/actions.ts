'use server'

import { action } from '@/lib/transport/action'
import { requestPasswordReset } from '@/lib/use-cases/auth/sign-in'

export const requestPasswordResetAction = action(requestPasswordReset)
