'use server'

import { signInCookies } from '@/lib/auth/own-cookies'
import { action } from '@/lib/transport/action'
import { changePassword, mailPasswordLink } from '@/lib/use-cases/account/change-password'
import { endOtherSessions, endSession, signOutEverywhere } from '@/lib/use-cases/account/sessions'

export const changePasswordAction = action(changePassword, { refresh: true })
export const mailPasswordLinkAction = action(mailPasswordLink)
export const endSessionAction = action(endSession, {
  redirectTo: '/settings/security?ended=1',
})
export const endOtherSessionsAction = action(endOtherSessions, { refresh: true })
export const signOutEverywhereAction = action(signOutEverywhere, {
  clearCookies: signInCookies,
  redirectTo: '/auth/login?reason=signed_out_everywhere',
})
