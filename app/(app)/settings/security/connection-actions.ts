'use server'

import { action } from '@/lib/transport/action'
import { linkProvider, unlinkProvider } from '@/lib/use-cases/security/connections'

export const linkProviderAction = action(linkProvider, { redirectTo: ({ address }) => address })
export const unlinkProviderAction = action(unlinkProvider, {
  redirectTo: '/settings/security?connected=0',
})
