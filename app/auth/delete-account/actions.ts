'use server'

import { allCookies } from '@/lib/auth/own-cookies'
import { action } from '@/lib/transport/action'
import { deleteAccount } from '@/lib/use-cases/account/delete-account'

export const deleteAccountAction = action(deleteAccount, {
  clearCookies: ({ isOfThisBrowser }) => (isOfThisBrowser ? allCookies() : []),
  redirectTo: ({ isOfThisBrowser }) =>
    isOfThisBrowser ? '/auth/login?reason=deleted' : '/auth/delete-account?done=1',
})
