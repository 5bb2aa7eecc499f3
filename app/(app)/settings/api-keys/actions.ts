'use server'

import { action } from '@/lib/transport/action'
import { createApiKey, revokeApiKey } from '@/lib/use-cases/api-keys/api-keys'

export const createApiKeyAction = action(createApiKey, { refresh: true })
export const revokeApiKeyAction = action(revokeApiKey, {
  redirectTo: '/settings/api-keys?revoked=1',
})
