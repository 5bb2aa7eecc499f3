import * as z from 'zod'
import { apiKeySchema } from '@/lib/schemas/api-key'
import { createApiKey, listApiKeys, revokeApiKey } from '@/lib/use-cases/api-keys/api-keys'
import { endpoint, mapped } from '../endpoint'

export const keyEndpoints = {
  'GET /api/keys': endpoint(listApiKeys, {
    summary: 'Your API keys, the newest first; at most 20.',
    answer: mapped(z.array(apiKeySchema), ({ keys }) => keys),
  }),
  'POST /api/keys': endpoint(createApiKey, {
    summary:
      'Makes an API key and shows it this once; only for who signed in within the last hour, not for a key.',
    status: 201,
    isShownOnce: true,
  }),
  'DELETE /api/keys/:id': endpoint(revokeApiKey, {
    summary: 'Revokes an API key; only for who is signed in, not for a key.',
  }),
}
