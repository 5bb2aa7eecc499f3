'use server'

import { action } from '@/lib/transport/action'
import { signInWithPasskey, startPasskeySignIn } from '@/lib/use-cases/auth/passkey-sign-in'
import { signIn, signOut } from '@/lib/use-cases/auth/sign-in'

export const signInAction = action(signIn, { redirectTo: ({ redirectTo }) => redirectTo })
export const startPasskeySignInAction = action(startPasskeySignIn)
export const signInWithPasskeyAction = action(signInWithPasskey, {
  redirectTo: ({ redirectTo }) => redirectTo,
})
export const signOutAction = action(signOut, { redirectTo: '/auth/login?reason=signed_out' })
