'use server'

import { action } from '@/lib/transport/action'
import { resendVerification } from '@/lib/use-cases/auth/register'
import { verifyEmail } from '@/lib/use-cases/auth/sign-in'

export const verifyEmailAction = action(verifyEmail, { redirectTo: '/dashboard' })
export const resendVerificationAction = action(resendVerification)
