'use server'

import { action } from '@/lib/transport/action'
import { signInWithProvider } from '@/lib/use-cases/auth/provider-sign-in'

export const signInWithProviderAction = action(signInWithProvider, {
  redirectTo: ({ address }) => address,
})
