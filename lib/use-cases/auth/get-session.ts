import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { authSessions } from '@/lib/db/schema/identity'
import { sessionSchema } from '@/lib/schemas/second-factor'

/** Who is signed in here and until when at the latest, without what opens the session; null for nobody. */
export const getSession = defineUseCase({
  name: 'auth.getSession',
  kind: 'read',
  access: 'anyone',
  input: z.strictObject({}),
  output: sessionSchema.nullable(),
  authorize: () => null,
  run: async ({ tx, actor }) => {
    if (!actor) return null
    const { userId, name, email, role } = actor
    const [session] = await tx
      .select({
        id: authSessions.id,
        userId: authSessions.userId,
        createdAt: authSessions.createdAt,
        expiresAt: authSessions.expiresAt,
      })
      .from(authSessions)
      .where(eq(authSessions.id, actor.sessionId))
    return session
      ? { session, user: { id: userId, name, email, emailVerified: true, role } }
      : null
  },
})
