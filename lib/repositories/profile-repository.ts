import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { profiles, users } from '@/lib/db/schema/identity'
import {
  exercisePreferences,
  routineBlocks,
  routineExercises,
  routines,
} from '@/lib/db/schema/library'
import { MOST_BAR } from '@/lib/domain/gear'
import { stepRatio } from '@/lib/domain/rule-in'
import { STEP_LIMITS } from '@/lib/domain/set-limits'
import { fromKg, READ_STEP, toKg, type WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'

type Profile = typeof profiles.$inferSelect

export class ProfileRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** @throws NotFoundError for an account that is gone */
  async get(): Promise<Profile & { name: string; email: string }> {
    const [row] = await this.tx
      .select({ profile: profiles, name: users.name, email: users.email })
      .from(profiles)
      .innerJoin(users, eq(users.id, profiles.userId))
      .where(eq(profiles.userId, this.scope.athleteId))
    if (!row) throw new NotFoundError()
    return { ...row.profile, name: row.name, email: row.email }
  }

  /** Makes changes of the profile and of what it follows wait for one another. */
  async lock(): Promise<Profile> {
    const [row] = await this.tx
      .select()
      .from(profiles)
      .where(eq(profiles.userId, this.scope.athleteId))
      .for('update')
    if (!row) throw new NotFoundError()
    return row
  }

  async update(values: Partial<Omit<Profile, 'userId' | 'updatedAt'>>): Promise<void> {
    await this.tx.update(profiles).set(values).where(eq(profiles.userId, this.scope.athleteId))
  }

  /** Bars of exercises without a unit of their own were said in the one that the person gives up. */
  async convertBars(from: WeightUnit, to: WeightUnit): Promise<void> {
    const { userId, weightUnit, barWeight } = exercisePreferences
    const step = READ_STEP[to]
    const inSteps = (from === 'kg' ? fromKg(1, to) : toKg(1, from)) / step
    await this.tx
      .update(exercisePreferences)
      .set({
        barWeight: sql`least(round(${barWeight} * ${inSteps}::numeric) * ${step}, ${MOST_BAR})`,
      })
      .where(and(eq(userId, this.scope.athleteId), isNull(weightUnit), isNotNull(barWeight)))
  }

  /** So do the rules of one's routines: a step of 2.5 kg becomes one of 5 lb, which a bar takes too. */
  async convertRules(from: WeightUnit, to: WeightUnit): Promise<void> {
    const { progression, blockId } = routineExercises
    const { least, most } = STEP_LIMITS
    const step = sql`(${progression} ->> 'step')::numeric * ${stepRatio(from, to)}::numeric`
    const own = this.tx
      .select({ id: routineBlocks.id })
      .from(routineBlocks)
      .innerJoin(routines, eq(routines.id, routineBlocks.routineId))
      .where(eq(routines.ownerId, this.scope.athleteId))
    await this.tx
      .update(routineExercises)
      .set({
        progression: sql`${progression} || jsonb_build_object('unit', ${to}::text,
          'step', greatest(${least}, least(${most}, round(${step}, 2))))`,
      })
      .where(and(inArray(blockId, own), sql`${progression} ->> 'unit' = ${from}`))
  }

  async rename(name: string): Promise<void> {
    await this.tx.update(users).set({ name }).where(eq(users.id, this.scope.athleteId))
  }
}
