import * as z from 'zod'
import type { ProgressionRule, WaveSet } from '@/lib/domain/progression'
import { MOST_WEIGHT } from '@/lib/domain/set-limits'
import { parseTypedNumber } from '@/lib/domain/typed-number'
import type { WeightUnit } from '@/lib/domain/units'
import { LOAD_STEP } from '@/lib/domain/units'
import { parseWave, WAVE_PRESETS } from '@/lib/domain/wave-text'
import {
  doubleRuleSchema,
  linearRuleSchema,
  rpeRuleSchema,
  twoDecimals,
  waveRuleSchema,
  weightUnitSchema,
} from './plan'
import { optionalText } from './text'

const PROGRESSION_CHOICES = ['none', 'linear', 'double', 'wave', 'rpe'] as const

/** What stands for a field that was left empty. */
const USUAL = { step: LOAD_STEP, misses: 3, deloadPercent: 10 } as const

/**
 * A rule as the editor's fields hold it, all of them at once. What the chosen rule has no use for
 * may say anything: it is ignored, so these are texts until it is known which are meant.
 */
const fieldsSchema = z.strictObject({
  kind: z.enum(PROGRESSION_CHOICES).default('none'),
  step: optionalText(20),
  unit: weightUnitSchema.default('kg'),
  misses: optionalText(20),
  deloadPercent: optionalText(20),
  wavePreset: z.enum(['531']).optional(),
  wave: optionalText(3000),
  trainingMax: optionalText(20),
  /** What its field was shown with: the same again leaves it as it stands. */
  shownTrainingMax: optionalText(20),
  trainingMaxUnit: weightUnitSchema.default('kg'),
})
type Fields = z.output<typeof fieldsSchema>

interface TypedMax {
  value: number | null
  unit: WeightUnit
}

/** A number in the field, what stands for none, or the text that is no number to be refused. */
const numberOr = (typed: string, usual: number) =>
  typed === '' ? usual : (parseTypedNumber(typed) ?? typed)

/** The fields that the chosen rule has a use for, as values. */
function usedFields(typed: Fields): unknown {
  const { kind, unit } = typed
  const step = numberOr(typed.step, USUAL.step[unit])
  switch (kind) {
    case 'none':
    case 'rpe':
      return { kind }
    case 'linear': {
      const misses = numberOr(typed.misses, USUAL.misses)
      const deloadPercent = numberOr(typed.deloadPercent, USUAL.deloadPercent)
      return { kind, step, unit, misses, deloadPercent }
    }
    case 'double':
      return { kind, step, unit }
    case 'wave': {
      const wave = parseWave(typed.wavePreset ? WAVE_PRESETS[typed.wavePreset] : typed.wave)
      return { kind, step, unit, wave, ...typedMax(typed) }
    }
  }
}

/** A training max where another was typed than the one shown; null takes it away. */
function typedMax({ trainingMax, shownTrainingMax, trainingMaxUnit }: Fields) {
  if (trainingMax === shownTrainingMax) return { trainingMaxUnit }
  const value = trainingMax === '' ? null : (parseTypedNumber(trainingMax) ?? trainingMax)
  return { trainingMax: value, trainingMaxUnit }
}

const isWave = (weeks: unknown): boolean => weeks !== null

const typedWaveSchema = waveRuleSchema
  .omit({ weeks: true })
  .extend({
    wave: z.custom<WaveSet[][]>(isWave, { params: { key: 'wave' } }),
    trainingMax: twoDecimals(z.number().min(1).max(MOST_WEIGHT.lb)).nullable().optional(),
    trainingMaxUnit: weightUnitSchema,
  })
  .refine((wave) => (wave.trainingMax ?? 0) <= MOST_WEIGHT[wave.trainingMaxUnit], {
    path: ['trainingMax'],
    params: { key: 'weightTooHeavy' },
  })

const usedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  linearRuleSchema,
  doubleRuleSchema,
  typedWaveSchema,
  rpeRuleSchema,
])

/** A typed rule, and a training max where another one was typed; null takes it away. */
export const typedProgressionSchema = fieldsSchema
  .prefault({})
  .transform(usedFields)
  .pipe(usedSchema)
  .transform((used): { rule: ProgressionRule | null; trainingMax?: TypedMax } => {
    if (used.kind === 'none') return { rule: null }
    if (used.kind !== 'wave') return { rule: used }
    const { wave, trainingMax: value, trainingMaxUnit, ...rule } = used
    return {
      rule: { ...rule, weeks: wave },
      ...(value === undefined ? {} : { trainingMax: { value, unit: trainingMaxUnit } }),
    }
  })
