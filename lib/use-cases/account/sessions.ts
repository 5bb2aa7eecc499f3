import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { readUserAgent } from '@/lib/domain/user-agent'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { authSessionIdSchema, authSessionSchema } from '@/lib/schemas/auth-session'
import { accountEntry } from './account-entry'

/** Where one is signed in, this place first, then the latest used. */
export const listSessions = defineUseCase({
  name: 'account.listSessions',
  kind: 'read',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: z.object({ sessions: z.array(authSessionSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor }) => {
    const sessions = (await new SessionRepository(tx, scope).list()).map(
      ({ userAgent, ...session }) => ({
        ...session,
        ...readUserAgent(userAgent),
        isCurrent: session.id === actor.sessionId,
      }),
    )
    return { sessions: sessions.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)) }
  },
})

/** Ends one session, this one too if it is meant. */
export const endSession = defineUseCase({
  name: 'account.endSession',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: authSessionIdSchema,
  output: authSessionIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input }) => {
    await new SessionRepository(tx, scope).end(input.id)
    await new AuditRepository(tx).record({
      ...accountEntry(actor, 'session_ended'),
      ...{ subjectType: 'auth_session', subjectId: input.id },
    })
    return input
  },
})

/** Ends every session but this one. */
export const endOtherSessions = defineUseCase({
  name: 'account.endOtherSessions',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor }) => {
    const ended = await new SessionRepository(tx, scope).endOthers(actor.sessionId)
    const entry = accountEntry(actor, 'other_sessions_ended', { ended })
    await new AuditRepository(tx).record(entry)
    return { ended }
  },
})

/** Ends every session, this one too. */
export const signOutEverywhere = defineUseCase({
  name: 'account.signOutEverywhere',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor }) => {
    const ended = await new SessionRepository(tx, scope).endOthers(null)
    const entry = accountEntry(actor, 'signed_out', { ended, everywhere: true })
    await new AuditRepository(tx).record(entry)
    return { ended }
  },
})
