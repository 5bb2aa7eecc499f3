'use server'

import { action } from '@/lib/transport/action'
import { resendVerification, verifyEmail } from '@/lib/use-cases/auth/verify-email'

export const verifyEmailAction = action(verifyEmail, {
  redirectTo: ({ redirectTo }) => redirectTo,
})
export const resendVerificationAction = action(resendVerification)
