import type { ProgressionRule } from './progression'
import { STEP_LIMITS } from './set-limits'
import { LOAD_STEP, type WeightUnit } from './units'

/** How much a step in `to` is for one in `from`: 5 lb are loaded where others load 2.5 kg. */
export const stepRatio = (from: WeightUnit, to: WeightUnit): number =>
  LOAD_STEP[to] / LOAD_STEP[from]

/**
 * Blocks of a routine with rules that go up in `unit`, by as many steps of a bar as before, since a
 * step of 2.5 kg is 5.51 lb and can be loaded nowhere.
 */
export const blocksIn = <
  Line extends { progression: ProgressionRule | null },
  Block extends { exercises: Line[] },
>(
  unit: WeightUnit,
  blocks: readonly Block[],
): Block[] =>
  blocks.map((block) => ({
    ...block,
    exercises: block.exercises.map((line) => ({
      ...line,
      progression: line.progression && ruleIn(unit, line.progression),
    })),
  }))

function ruleIn(unit: WeightUnit, rule: ProgressionRule): ProgressionRule {
  if (rule.kind === 'rpe' || rule.unit === unit) return rule
  const { least, most } = STEP_LIMITS
  const step = Number((rule.step * stepRatio(rule.unit, unit)).toFixed(2))
  return { ...rule, unit, step: Math.min(most, Math.max(least, step)) }
}
