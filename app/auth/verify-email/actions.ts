'use server'

import { mailedToCookieName } from '@/lib/auth/mailed-to-cookie'
import { action } from '@/lib/transport/action'
import { resendVerification, verifyEmail } from '@/lib/use-cases/auth/verify-email'

export const verifyEmailAction = action(verifyEmail, {
  redirectTo: ({ redirectTo }) => redirectTo,
  clearCookies: () => [mailedToCookieName],
})
export const resendVerificationAction = action(resendVerification)
