import { and, eq } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { invitations, organizations } from '@/lib/db/schema/organizations'
import type { InvitedScope } from './scope'

interface Asking {
  tx: Transaction
  actor: Pick<Actor, 'userId'>
}

/** An invitation of this person: it went to the address they have and have confirmed; else null. */
export async function findInvited(
  { tx, actor }: Asking,
  invitationId: string,
): Promise<InvitedScope | null> {
  const [row] = await tx
    .select({ invitationId: invitations.id, gymId: invitations.organizationId })
    .from(invitations)
    .innerJoin(
      users,
      and(
        eq(users.email, invitations.email),
        eq(users.emailVerified, true),
        eq(users.id, actor.userId),
      ),
    )
    .where(eq(invitations.id, invitationId))
  return row ? ({ ...row, invitedId: actor.userId } as InvitedScope) : null
}

/**
 * The same for who answers it. Until the transaction ends nobody changes the gym, its members or
 * its invitations.
 * @throws NotFoundError for an invitation of somebody else, as for one that does not exist
 */
export async function holdInvited(asking: Asking, invitationId: string): Promise<InvitedScope> {
  const scope = await findInvited(asking, invitationId)
  if (!scope) throw new NotFoundError()
  await asking.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, scope.gymId))
    .for('no key update')
  return scope
}
