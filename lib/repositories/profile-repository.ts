import { eq } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { profiles } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

type Profile = typeof profiles.$inferSelect

export class ProfileRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  async update(values: Partial<Omit<Profile, 'userId' | 'updatedAt'>>): Promise<void> {
    await this.tx.update(profiles).set(values).where(eq(profiles.userId, this.scope.athleteId))
  }
}
