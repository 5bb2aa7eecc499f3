import * as z from 'zod'
import { authSessionSchema } from '@/lib/schemas/auth-session'
import { exportSchema } from '@/lib/schemas/export'
import { exportAccount } from '@/lib/use-cases/account/export-account'
import { endSession, listSessions } from '@/lib/use-cases/account/sessions'
import { endpoint, mapped } from '../endpoint'

export const accountEndpoints = {
  'GET /api/users/sessions': endpoint(listSessions, {
    summary: 'Where you are signed in; only for who is signed in, not for API keys.',
    answer: mapped(z.array(authSessionSchema), ({ sessions }) => sessions),
  }),
  'DELETE /api/users/sessions/:id': endpoint(endSession, {
    summary: 'Signs out one place where you are signed in; not for API keys.',
  }),
  'GET /api/export': endpoint(exportAccount, {
    summary: 'Everything of yours as one file. At most 10 times an hour.',
    answer: mapped(exportSchema, ({ parts }) => JSON.parse(parts.join(''))),
  }),
}
