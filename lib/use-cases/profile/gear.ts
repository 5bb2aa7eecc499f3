import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import type { Gear } from '@/lib/domain/gear'
import { USUAL_GEAR } from '@/lib/domain/usual-gear'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { gearInputSchema, gearSchema } from '@/lib/schemas/gear'

/** The bars and plates a person trains with, in either unit, and their usual rest. */
export const getGear = defineUseCase({
  name: 'profile.getGear',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: gearSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => {
    const { gear, restSeconds } = await new ProfileRepository(tx, scope).get()
    return gearSchema.parse({ ...(gear ?? USUAL_GEAR), restSeconds, isUsual: gear === null })
  },
})

/** Replaces both units and the rest. Workouts that were logged stay as they are. */
export const saveGear = defineUseCase({
  name: 'profile.saveGear',
  kind: 'write',
  access: 'user',
  input: gearInputSchema,
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { restSeconds, ...gear } }) => {
    const isUsual = asText(gear) === asText(USUAL_GEAR)
    await new ProfileRepository(tx, scope).update({ gear: isUsual ? null : gear, restSeconds })
    return {}
  },
})

/** Back to the bars and plates of most gyms; the rest stays. Idempotent. */
export const resetGear = defineUseCase({
  name: 'profile.resetGear',
  kind: 'write',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => {
    await new ProfileRepository(tx, scope).update({ gear: null })
    return {}
  },
})

const asText = ({ kg, lb }: Gear): string =>
  JSON.stringify(
    [kg, lb].map(({ bar, plates, dumbbells = [] }) => [
      bar,
      plates.map(({ weight, count }) => [weight, count]),
      dumbbells,
    ]),
  )
