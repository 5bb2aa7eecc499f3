import * as z from 'zod'
import { ROLES } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { fromKg, roundTo, toKg, type WeightUnit } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { profileFormSchema, profileSchema } from '@/lib/schemas/profile'

/** In kilograms; kept to two decimals, so that one decimal in any unit comes back as typed. */
const BODY_WEIGHT = { min: 1, max: 400 }

/** A person's own name and settings. */
export const getProfile = defineUseCase({
  name: 'profile.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: profileSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => {
    const { bodyWeightKg, ...profile } = await new ProfileRepository(tx, scope).get()
    const bodyWeight =
      bodyWeightKg === null ? null : roundTo(fromKg(bodyWeightKg, profile.weightUnit), 0.1)
    return profileSchema.parse({ ...profile, bodyWeight })
  },
})

/** Whether a person trains only or coaches too. */
export const getRole = defineUseCase({
  name: 'profile.getRole',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ role: z.enum(ROLES) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ actor }) => ({ role: actor.role }),
})

/** Replaces them all; a body weight left out is forgotten. Days that were trained stay as they are. */
export const updateProfile = defineUseCase({
  name: 'profile.update',
  kind: 'write',
  access: 'user',
  input: profileFormSchema,
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { name, bodyWeight, bodyWeightUnit, ...settings } }) => {
    const profiles = new ProfileRepository(tx, scope)
    const bodyWeightKg = bodyWeight === undefined ? null : believableKg(bodyWeight, bodyWeightUnit)
    await profiles.update({ ...settings, bodyWeightKg })
    await profiles.rename(name)
    return {}
  },
})

function believableKg(bodyWeight: number, unit: WeightUnit): number {
  const [min, max] = [
    Math.ceil(fromKg(BODY_WEIGHT.min, unit) * 10) / 10,
    Math.floor(fromKg(BODY_WEIGHT.max, unit) * 10) / 10,
  ]
  if (bodyWeight < min)
    throw new ValidationError({ bodyWeight: [{ key: 'atLeast', values: { limit: min } }] })
  if (bodyWeight > max)
    throw new ValidationError({ bodyWeight: [{ key: 'atMost', values: { limit: max } }] })
  return roundTo(toKg(bodyWeight, unit), 0.01)
}
