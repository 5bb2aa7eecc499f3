import { and, eq } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { routines } from '@/lib/db/schema/library'
import { members, organizations } from '@/lib/db/schema/organizations'
import { assertGymRight, holdGymRight } from './gym'
import { type GymRight, hasGymRight } from './gym-rights'
import { ownData } from './own-data'
import type { AthleteScope, GymScope, RoutineScope } from './scope'

interface Asking {
  tx: Transaction
  actor: Pick<Actor, 'userId'>
}

/**
 * Whose library a routine is in, for who reads it: a gym's where its role there may, else one's own.
 * One statement.
 * @throws NotFoundError for a gym's routine that is not theirs to see
 */
export const assertRoutineReader = (asking: Asking, routineId: string): Promise<RoutineScope> =>
  decide(asking, routineId, 'routine:read')

/** As `assertRoutineReader`, for who changes it; the role in a gym holds until the transaction ends. */
export async function holdRoutine(asking: Asking, routineId: string): Promise<RoutineScope> {
  const scope = await decide(asking, routineId, 'routine:write')
  return 'gymId' in scope ? holdGymRight(asking, { gymId: scope.gymId }, 'routine:write') : scope
}

/** The library that something new goes into: a gym's, else one's own. */
export const holdLibrary = async (
  asking: Asking,
  gymId: string | undefined,
): Promise<RoutineScope> =>
  gymId ? holdGymRight(asking, { gymId }, 'routine:write') : ownData(asking.actor)

/** The library that is looked through. */
export const assertLibraryReader = async (
  asking: Asking,
  gymId: string | undefined,
): Promise<RoutineScope> =>
  gymId ? assertGymRight(asking, { gymId }, 'routine:read') : ownData(asking.actor)

async function decide(
  { tx, actor }: Asking,
  routineId: string,
  right: GymRight,
): Promise<AthleteScope | GymScope> {
  const [row] = await tx
    .select({
      gymId: routines.organizationId,
      slug: organizations.slug,
      role: members.role,
    })
    .from(routines)
    .leftJoin(organizations, eq(organizations.id, routines.organizationId))
    .leftJoin(
      members,
      and(eq(members.organizationId, routines.organizationId), eq(members.userId, actor.userId)),
    )
    .where(eq(routines.id, routineId))
  // What is nobody's gym's is looked for among one's own and the built-in ones.
  if (!row?.gymId) return ownData(actor)
  const { gymId, slug, role } = row
  if (!slug || !role || !hasGymRight(role, right)) throw new NotFoundError('planNotFound')
  return { gymId, slug, role, memberId: actor.userId } as GymScope
}
