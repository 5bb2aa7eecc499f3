import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { dotsScore, SEXES } from '@/lib/domain/dots'
import { fromKg, roundTo } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { StrengthRepository } from '@/lib/repositories/strength-repository'
import { weightUnitSchema } from '@/lib/schemas/plan'
import { idSchema } from '@/lib/schemas/text'

/** The lifts of a powerlifting total, as the built-in library calls them. */
const LIFTS = ['barbell-back-squat', 'barbell-bench-press', 'barbell-deadlift'] as const

/** Strength beside body weight; the score is null as long as something of it is missing. */
export const getDots = defineUseCase({
  name: 'analytics.dots',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({
    score: z.number().nullable(),
    /** Of the weights below: the person's own. */
    unit: weightUnitSchema,
    sex: z.enum(SEXES).nullable(),
    bodyWeight: z.number().nullable(),
    /** Of the three lifts; null while one of them has no estimated 1RM. */
    total: z.number().nullable(),
    lifts: z.array(
      z.object({
        slug: z.enum(LIFTS),
        exerciseId: idSchema,
        name: z.string(),
        /** Estimated, from the record that stands. */
        oneRepMax: z.number().nullable(),
      }),
    ),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor: { weightUnit: unit } }) => {
    const { sex, bodyWeightKg } = await new ProfileRepository(tx, scope).get()
    const rows = await new StrengthRepository(tx, scope).listBest(LIFTS)
    const lifts = LIFTS.flatMap((slug) =>
      rows.filter((row) => row.slug === slug).map((row) => ({ ...row, slug })),
    )
    const totalKg = sumOf(lifts.map((lift) => lift.oneRepMaxKg))
    const isKnown = sex !== null && bodyWeightKg !== null && totalKg !== null
    const shown = (kg: number | null) => kg && roundTo(fromKg(kg, unit), 0.1)
    return {
      score: isKnown ? roundTo(dotsScore({ sex, bodyWeightKg, totalKg }), 0.01) : null,
      ...{ unit, sex, bodyWeight: shown(bodyWeightKg), total: shown(totalKg) },
      lifts: lifts.map(({ oneRepMaxKg, ...lift }) => ({ ...lift, oneRepMax: shown(oneRepMaxKg) })),
    }
  },
})

/** Null unless every one is known. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  )
