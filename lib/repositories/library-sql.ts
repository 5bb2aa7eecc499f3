import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { routines } from '@/lib/db/schema/library'
import type { RoutineScope } from '@/lib/policies/scope'

/** Templates that belong to nobody. */
export const builtIn = and(isNull(routines.ownerId), isNull(routines.organizationId))

/** A person's own routines or a gym's, deleted ones too. */
export const inLibrary = (scope: RoutineScope): SQL =>
  'gymId' in scope
    ? eq(routines.organizationId, scope.gymId)
    : eq(routines.ownerId, scope.athleteId)

/** Who reads or writes in a library; of a gym's, one of its members. */
export const readerOf = (scope: RoutineScope): string =>
  'gymId' in scope ? scope.memberId : scope.athleteId
