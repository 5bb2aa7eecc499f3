import { and, eq } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { ForbiddenError, NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { members, organizations } from '@/lib/db/schema/organizations'
import { type GymRight, hasGymRight } from './gym-rights'
import type { GymScope } from './scope'

interface Asking {
  tx: Transaction
  actor: Pick<Actor, 'userId'>
}

type GymKey = { gymId: string } | { slug: string }

/** @throws NotFoundError for who is no member of it, as for a gym that does not exist */
export async function assertGymMember(asking: Asking, gym: GymKey): Promise<GymScope> {
  const [row] = await membership(asking, gym)
  return mint(asking, row)
}

/** @throws NotFoundError for who is no member, ForbiddenError for one whose role may not */
export async function assertGymRight(
  asking: Asking,
  gym: GymKey,
  right: GymRight,
): Promise<GymScope> {
  return withRight(await assertGymMember(asking, gym), right)
}

/**
 * A member who is about to change the gym. Until the transaction ends nobody else changes it, nor
 * their role in it.
 * @throws NotFoundError
 */
export async function holdGym(asking: Asking, gym: GymKey): Promise<GymScope> {
  // The gym's row comes first, so that two who wait for each other do so in one order.
  const [row] = await membership(asking, gym).for('no key update')
  return mint(asking, row)
}

/** As `holdGym`, for one whose role may do it. @throws NotFoundError, ForbiddenError */
export async function holdGymRight(
  asking: Asking,
  gym: GymKey,
  right: GymRight,
): Promise<GymScope> {
  return withRight(await holdGym(asking, gym), right)
}

const membership = ({ tx, actor }: Asking, gym: GymKey) =>
  tx
    .select({ gymId: organizations.id, slug: organizations.slug, role: members.role })
    .from(organizations)
    .innerJoin(
      members,
      and(eq(members.organizationId, organizations.id), eq(members.userId, actor.userId)),
    )
    .where('slug' in gym ? eq(organizations.slug, gym.slug) : eq(organizations.id, gym.gymId))

function mint(
  { actor }: Asking,
  row: Pick<GymScope, 'gymId' | 'slug' | 'role'> | undefined,
): GymScope {
  if (!row) throw new NotFoundError()
  return { ...row, memberId: actor.userId } as GymScope
}

function withRight(scope: GymScope, right: GymRight): GymScope {
  if (!hasGymRight(scope.role, right)) throw new ForbiddenError('gymRole')
  return scope
}
