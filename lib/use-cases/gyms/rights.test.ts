import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { GYM_ROLES, type GymRole, INVITED_ROLES } from '@/lib/core/gym'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import { execute } from '@/lib/transport/execute'
import { createAccountDatabase, newEmail } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym, joinGym } from '@/tests/helpers/gyms'
import { createPerson } from '@/tests/helpers/people'
import { changeMemberRole, handOverGym, leaveGym, removeMember } from './members'
import { getGym, listSentInvitations } from './read-gyms'
import { cancelInvitation, inviteMember } from './sent-invitations'
import { deleteGym, renameGym, setActiveGym } from './write-gyms'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

type Gym = Awaited<ReturnType<typeof createStaffedGym>>
type Attempt = (actor: Actor, gym: Gym) => Promise<unknown>

/** Nothing that would follow the answer happens: nobody reads these mails. */
const call = (actor: Actor, useCase: Parameters<typeof execute>[0], input: object) =>
  execute(useCase, input, {
    actor,
    caller: { address: '127.0.0.1', headers: new Headers() },
    after: () => {},
  })

async function pendingInvitation({ gymId, owner }: Gym, role: (typeof INVITED_ROLES)[number]) {
  const [row] = await test.db
    .insert(invitations)
    .values({
      ...{ organizationId: gymId, email: newEmail(), role, inviterId: owner.userId },
      expiresAt: new Date(Date.now() + 60_000),
    })
    .returning({ id: invitations.id })
  return row?.id ?? ''
}

/** What each role may do, cell by cell, said once more beside the table the code has. */
const MAY: Record<string, { of: readonly GymRole[]; do: Attempt }> = {
  'look at the gym': {
    of: GYM_ROLES,
    do: (actor, { slug }) => call(actor, getGym, { slug }),
  },
  'make it the active one': {
    of: GYM_ROLES,
    do: (actor, { gymId }) => call(actor, setActiveGym, { gymId }),
  },
  'see who is invited': {
    of: ['owner', 'admin'],
    do: (actor, { gymId }) => call(actor, listSentInvitations, { gymId }),
  },
  'rename it': {
    of: ['owner', 'admin'],
    do: (actor, { gymId }) => call(actor, renameGym, { gymId, name: 'Another' }),
  },
  'delete it': {
    of: ['owner'],
    do: (actor, { gymId, name }) => call(actor, deleteGym, { gymId, confirmation: name }),
  },
  'hand it over': {
    of: ['owner'],
    do: (actor, { gymId, trainer }) =>
      call(actor, handOverGym, { gymId, memberId: trainer.userId }),
  },
  ...Object.fromEntries(
    INVITED_ROLES.flatMap((role) => {
      const of: readonly GymRole[] = role === 'admin' ? ['owner'] : ['owner', 'admin']
      const somebody = async ({ gymId }: Gym) => (await joinGym(test.db, gymId, role)).userId
      return [
        [
          `invite as ${role}`,
          {
            of,
            do: (actor: Actor, { gymId }: Gym) =>
              call(actor, inviteMember, { gymId, email: newEmail(), memberRole: role }),
          },
        ],
        [
          `cancel an invitation as ${role}`,
          {
            of,
            do: async (actor: Actor, gym: Gym) =>
              call(actor, cancelInvitation, {
                gymId: gym.gymId,
                invitationId: await pendingInvitation(gym, role),
              }),
          },
        ],
        [
          `remove a ${role}`,
          {
            of,
            do: async (actor: Actor, gym: Gym) =>
              call(actor, removeMember, { gymId: gym.gymId, memberId: await somebody(gym) }),
          },
        ],
        ...INVITED_ROLES.map((to) => [
          `make a ${role} ${to}`,
          {
            of: role === 'admin' || to === 'admin' ? ['owner'] : ['owner', 'admin'],
            do: async (actor: Actor, gym: Gym) =>
              call(actor, changeMemberRole, {
                ...{ gymId: gym.gymId, memberId: await somebody(gym), memberRole: to },
              }),
          },
        ]),
      ]
    }),
  ),
  'remove the owner': {
    of: [],
    do: (actor, { gymId, owner }) => call(actor, removeMember, { gymId, memberId: owner.userId }),
  },
  'make the owner a member': {
    of: [],
    do: (actor, { gymId, owner }) =>
      call(actor, changeMemberRole, { gymId, memberId: owner.userId, memberRole: 'member' }),
  },
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error) => error.code,
  )

describe.each(Object.entries(MAY))('to %s', (_what, { of, do: attempt }) => {
  it.each(GYM_ROLES)('is decided for the %s', async (role) => {
    const gym = await createStaffedGym(test.db)
    expect(await codeOf(attempt(gym[role], gym))).toBe(of.includes(role) ? 'done' : 'forbidden')
  })

  it('is nothing for strangers and for who was a member', async () => {
    const gym = await createStaffedGym(test.db)
    const stranger = await createPerson(test.db)
    expect(await codeOf(attempt(stranger, gym))).toBe('not_found')
    const former = await joinGym(test.db, gym.gymId, 'admin')
    await call(gym.owner, removeMember, { gymId: gym.gymId, memberId: former.userId })
    expect(await codeOf(attempt(former, gym))).toBe('not_found')
  })
})

describe('leaving', () => {
  it.each(INVITED_ROLES)('is for the %s', async (role) => {
    const gym = await createStaffedGym(test.db)
    await call(gym[role], leaveGym, { gymId: gym.gymId })
    expect(await codeOf(call(gym[role], getGym, { slug: gym.slug }))).toBe('not_found')
  })

  it('waits for the owner to hand over', async () => {
    const { gymId, owner, member } = await createStaffedGym(test.db)
    await expect(call(owner, leaveGym, { gymId })).rejects.toMatchObject({
      key: 'ownerCannotLeave',
    })
    await call(owner, handOverGym, { gymId, memberId: member.userId })
    const roles = await test.db
      .select({ userId: members.userId, role: members.role })
      .from(members)
      .where(eq(members.organizationId, gymId))
    expect(roles).toContainEqual({ userId: owner.userId, role: 'admin' })
    expect(roles.filter(({ role }) => role === 'owner')).toEqual([
      { userId: member.userId, role: 'owner' },
    ])
    await call(owner, leaveGym, { gymId })
  })
})

it('a second owner and an address of another shape are refused by the database itself', async () => {
  const { gymId, admin } = await createStaffedGym(test.db)
  const second = test.db
    .update(members)
    .set({ role: 'owner' })
    .where(and(eq(members.organizationId, gymId), eq(members.userId, admin.userId)))
  await expect(second).rejects.toMatchObject({
    cause: { constraint_name: 'members_one_owner' },
  })
  const shapeless = test.db
    .update(organizations)
    .set({ slug: 'No Address' })
    .where(eq(organizations.id, gymId))
  await expect(shapeless).rejects.toMatchObject({
    cause: { constraint_name: 'organizations_slug_shape' },
  })
})
