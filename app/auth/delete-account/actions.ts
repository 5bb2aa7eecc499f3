'use server'

import { LEAVER_COOKIE, leaverCookieOptions } from '@/lib/auth/leaver-cookie'
import { allCookies } from '@/lib/auth/own-cookies'
import { action } from '@/lib/transport/action'
import { deleteAccount } from '@/lib/use-cases/account/delete-account'

export const deleteAccountAction = action(deleteAccount, {
  cookies: ({ leaver }) =>
    leaver === null ? [] : [{ name: LEAVER_COOKIE, value: leaver, options: leaverCookieOptions }],
  clearCookies: ({ leaver }) => (leaver === null ? [] : allCookies()),
  redirectTo: ({ leaver }) =>
    leaver === null ? '/auth/delete-account?done=1' : '/auth/login?reason=deleted',
})
