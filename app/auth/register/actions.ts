'use server'

import { mailedToCookieName, mailedToCookieOptions } from '@/lib/auth/mailed-to-cookie'
import { registrationCookieName, registrationCookieOptions } from '@/lib/auth/registration-cookie'
import { getEnv } from '@/lib/env'
import { action } from '@/lib/transport/action'
import { register } from '@/lib/use-cases/auth/register'
import { confirmPath } from '../verify-email/confirm-path'

export const registerAction = action(register, {
  redirectTo: (_data, { next }) => confirmPath(next),
  cookies: ({ email, waysIn }) => [
    {
      name: registrationCookieName(getEnv().APP_URL),
      value: waysIn,
      options: registrationCookieOptions(getEnv().APP_URL),
    },
    { name: mailedToCookieName, value: email, options: mailedToCookieOptions },
  ],
})
