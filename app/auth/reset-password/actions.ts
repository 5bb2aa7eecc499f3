'use server'

import { action } from '@/lib/transport/action'
import { resetPassword } from '@/lib/use-cases/auth/reset-password'

export const resetPasswordAction = action(resetPassword, {
  redirectTo: ({ redirectTo }) => redirectTo,
})
