import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import { violatedUnique } from '@/lib/db/database-errors'
import { slugOf } from '@/lib/domain/slug'
import { holdGym, holdGymRight } from '@/lib/policies/gym'
import { ownData } from '@/lib/policies/own-data'
import { GymRepository } from '@/lib/repositories/gym-repository'
import { MembershipRepository } from '@/lib/repositories/membership-repository'
import {
  gymAddressSchema,
  gymChangeSchema,
  gymDeletionSchema,
  gymIdSchema,
  newGymSchema,
} from '@/lib/schemas/gym'
import { idSchema } from '@/lib/schemas/text'
import { recordInGym } from './gym-audit'

const MOST_OWNED = 10
const HOUR_SECONDS = 3600

/** Opens a gym and makes one its owner; its address is made of its name. */
export const createGym = defineUseCase({
  name: 'gym.create',
  kind: 'write',
  access: 'user',
  input: newGymSchema,
  output: gymAddressSchema,
  limits: [{ per: 'account', max: 20, windowSeconds: HOUR_SECONDS }],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { name } }) => {
    const memberships = new MembershipRepository(tx, scope)
    if ((await memberships.lockAndCountOwned()) >= MOST_OWNED)
      throw new ConflictError('tooManyGyms')
    const { gymId, slug } = await createUnder(memberships, name)
    await memberships.setActive(actor.sessionId, gymId)
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'gym_created', subjectType: 'organization', subjectId: gymId },
        ownerId: actor.userId,
      },
    )
    return { gymId, slug }
  },
})

/** Under the address of its name, or one like it where that is taken. */
async function createUnder(memberships: MembershipRepository, name: string) {
  for (let slug = slugOf(name); ; slug = `${slugOf(name)}-${randomBytes(2).toString('hex')}`) {
    const gymId = await memberships.create({ name, slug })
    if (gymId) return { gymId, slug }
  }
}

/** Changes what it names: the gym's name, or its part of the address. */
export const renameGym = defineUseCase({
  name: 'gym.rename',
  kind: 'write',
  access: 'user',
  input: gymChangeSchema,
  output: gymAddressSchema,
  limits: [{ per: 'account', max: 60, windowSeconds: HOUR_SECONDS }],
  authorize: (context) =>
    holdGymRight(context, { gymId: context.input.gymId }, 'organization:update'),
  run: async ({ tx, scope, actor, input: { gymId, ...named } }) => {
    const gyms = new GymRepository(tx, scope)
    const before = await gyms.get()
    const { name = before.name, slug = scope.slug } = named
    await gyms.update({ name, slug }).catch((error) => {
      if (violatedUnique(error) !== 'organizations_slug_unique') throw error
      throw new ValidationError({ slug: [{ key: 'slugTaken' }] })
    })
    await recordInGym(
      { tx, actor, gymId },
      { action: 'gym_changed', subjectType: 'organization', subjectId: gymId },
    )
    return { gymId, slug }
  },
})

/** Deletes a gym with its members' places, its invitations and its routines, for good. */
export const deleteGym = defineUseCase({
  name: 'gym.delete',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: gymDeletionSchema,
  output: gymIdSchema,
  limits: [{ per: 'account', max: 30, windowSeconds: HOUR_SECONDS }],
  authorize: (context) =>
    holdGymRight(context, { gymId: context.input.gymId }, 'organization:delete'),
  run: async ({ tx, scope, actor, now, input: { gymId, confirmation } }) => {
    const gyms = new GymRepository(tx, scope)
    const { name } = await gyms.get()
    if (confirmation !== name) throw new ValidationError({ confirmation: [{ key: 'nameDiffers' }] })
    const details = await gyms.countContents(now)
    await gyms.delete()
    const entry = { action: 'gym_deleted', subjectType: 'organization', subjectId: gymId } as const
    await recordInGym({ tx, actor, gymId }, { ...entry, details })
    return { gymId }
  },
})

/** Which gym this session looks at; null for none. */
export const setActiveGym = defineUseCase({
  name: 'gym.setActive',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: z.strictObject({ gymId: idSchema.nullable().default(null) }),
  output: z.object({ slug: z.string().nullable() }),
  authorize: async ({ tx, actor, input: { gymId } }) =>
    gymId === null ? null : holdGym({ tx, actor }, { gymId }),
  run: async ({ tx, scope, actor }) => {
    const memberships = new MembershipRepository(tx, ownData(actor))
    await memberships.setActive(actor.sessionId, scope?.gymId ?? null)
    return { slug: scope?.slug ?? null }
  },
})
