'use server'

import { action } from '@/lib/transport/action'
import { resendVerification, verifyEmail } from '@/lib/use-cases/auth/verify-email'

export const verifyEmailAction = action(verifyEmail, {
  redirectTo: ({ isSignedIn, needsSecondStep }) => {
    if (needsSecondStep) return '/auth/two-factor'
    return isSignedIn ? '/dashboard' : '/auth/login?reason=verified'
  },
})
export const resendVerificationAction = action(resendVerification)
