import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { personalRecords } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

/** How strong a person is in lifts of the built-in library. */
export class StrengthRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** Each lift with the estimated 1RM in kg that stands, null where there is none. */
  listBest(slugs: readonly string[]) {
    return this.tx
      .select({
        slug: exercises.slug,
        exerciseId: exercises.id,
        name: exercises.name,
        oneRepMaxKg: personalRecords.value,
      })
      .from(exercises)
      .leftJoin(
        personalRecords,
        and(
          eq(personalRecords.exerciseId, exercises.id),
          eq(personalRecords.userId, this.scope.athleteId),
          eq(personalRecords.kind, 'e1rm'),
          isNull(personalRecords.supersededAt),
        ),
      )
      .where(and(inArray(exercises.slug, [...slugs]), isNull(exercises.createdBy)))
  }
}
