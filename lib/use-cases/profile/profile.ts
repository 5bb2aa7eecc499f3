import * as z from 'zod'
import { type Actor, ROLES } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { AGE_LIMITS } from '@/lib/domain/person'
import { inchesToCm } from '@/lib/domain/typed-height'
import { fromKg, roundTo, type WeightUnit } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { profileFormSchema, profileSchema } from '@/lib/schemas/profile'
import { assertBelievable, calendarDay } from '../body/believable'
import { measureBodyWeight } from '../body/body-weight'

/** A person's own name and settings. */
export const getProfile = defineUseCase({
  name: 'profile.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: profileSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now }) => {
    const profile = await new ProfileRepository(tx, scope).get()
    const bodyWeight = shownWeight(profile, profile.weightUnit)
    const heightCm = profile.heightCm && roundTo(profile.heightCm, 0.1)
    const age = profile.birthYear && thisYear(actor, now) - profile.birthYear
    return profileSchema.parse({ ...profile, bodyWeight, heightCm, age })
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

/**
 * Replaces them all; what is left out of what a person may leave empty is forgotten. Another body
 * weight than the one shown is a measurement of today. Days that were trained stay as they are.
 * @throws ValidationError for a birth year that makes an age outside 1 to 100
 */
export const updateProfile = defineUseCase({
  name: 'profile.update',
  kind: 'write',
  access: 'user',
  input: profileFormSchema,
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input }) => {
    const { name, bodyWeight, bodyWeightUnit: unit, heightCm, heightInches, ...others } = input
    const { sex = null, birthYear = null, experience = null, ...rest } = others
    assertAge(birthYear, thisYear(actor, now))
    const profiles = new ProfileRepository(tx, scope)
    const before = await profiles.lock()
    const inches = heightInches === undefined ? null : inchesToCm(heightInches)
    const height = heightCm ?? inches
    await profiles.update({ ...rest, sex, birthYear, experience, heightCm: height })
    if (rest.weightUnit !== before.weightUnit) {
      await profiles.convertBars(before.weightUnit, rest.weightUnit)
      await profiles.convertRules(before.weightUnit, rest.weightUnit)
    }
    await profiles.rename(name)
    if (bodyWeight === undefined) await profiles.update({ bodyWeightKg: null })
    else if (bodyWeight !== shownWeight(before, unit)) {
      assertBelievable({ kind: 'body_weight', value: bodyWeight, unit, field: 'bodyWeight' })
      const today = calendarDay(actor, now)
      await measureBodyWeight({ tx, scope }, { value: bodyWeight, unit, today })
    }
    return {}
  },
})

const thisYear = (actor: Pick<Actor, 'timeZone'>, now: Date): number =>
  Number(calendarDay(actor, now).slice(0, 4))

function assertAge(birthYear: number | null, year: number): void {
  if (birthYear === null) return
  const age = year - birthYear
  if (age < AGE_LIMITS.min || age > AGE_LIMITS.max)
    throw new ValidationError({ birthYear: [{ key: 'birthYear' }] })
}

/** A body weight to a tenth, as its field shows it. */
const shownWeight = (
  { bodyWeightKg }: { bodyWeightKg: number | null },
  unit: WeightUnit,
): number | null => bodyWeightKg && roundTo(fromKg(bodyWeightKg, unit), 0.1)
