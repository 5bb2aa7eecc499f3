'use server'

import { action } from '@/lib/transport/action'
import { verifyNewEmail } from '@/lib/use-cases/account/change-email'

export const verifyNewEmailAction = action(verifyNewEmail, {
  redirectTo: ({ isSignedIn }) =>
    isSignedIn ? '/settings/account?changed=email' : '/auth/login?reason=email_changed',
})
