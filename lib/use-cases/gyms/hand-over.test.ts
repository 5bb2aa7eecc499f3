import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccountDatabase, mailedToken } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { callAs } from '@/tests/helpers/people'
import { deleteAccount, requestAccountDeletion } from '../account/delete-account'
import { handOverGym } from './members'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

/** Who has to wait for a lock now. */
async function countWaiting(): Promise<number> {
  const [row] = await test.db.execute<{ count: number }>(
    sql`select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`,
  )
  return row?.count ?? 0
}

it('handing over leaves a gym its owner, also when the heir deletes their account at once', async () => {
  const { gymId, owner, trainer } = await createStaffedGym(test.db)
  await callAs(trainer, requestAccountDeletion, {})
  const token = await mailedToken(trainer.email)
  let raced: Promise<PromiseSettledResult<unknown>[]> | undefined
  await test.owner.transaction(async (tx) => {
    // Handing over has changed the roles when it wants to write this down.
    await tx.execute(sql`lock table audit_log in exclusive mode`)
    const handing = callAs(owner, handOverGym, { gymId, memberId: trainer.userId })
    raced = Promise.allSettled([handing])
    await expect.poll(countWaiting).toBe(1)
    raced = Promise.allSettled([handing, callAs(null, deleteAccount, { token })])
    await expect.poll(countWaiting).toBe(2)
  })
  expect(await raced).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { key: 'gymInTheWay' } },
  ])
  const owners = await test.db.execute(
    sql`select user_id from members where organization_id = ${gymId} and role = 'owner'`,
  )
  expect(owners).toEqual([{ user_id: trainer.userId }])
})
