import type { Actor } from '@/lib/core/actor'
import type { GymRole } from '@/lib/core/gym'
import type { Database } from '@/lib/db/client'
import { members } from '@/lib/db/schema/organizations'
import { createGym } from '@/lib/use-cases/gyms/write-gyms'
import { callAs, createPerson } from './people'

/** Somebody who is in a gym already. */
export async function joinGym(db: Database, gymId: string, role: GymRole): Promise<Actor> {
  const person = await createPerson(db)
  await db.insert(members).values({ organizationId: gymId, userId: person.userId, role })
  return person
}

/** A gym with one person of each role. */
export async function createStaffedGym(db: Database, name = 'Iron Harbor') {
  const owner = await createPerson(db)
  const { gymId, slug } = await callAs(owner, createGym, { name })
  const admin = await joinGym(db, gymId, 'admin')
  const trainer = await joinGym(db, gymId, 'trainer')
  const member = await joinGym(db, gymId, 'member')
  return { gymId, slug, name, owner, admin, trainer, member }
}
