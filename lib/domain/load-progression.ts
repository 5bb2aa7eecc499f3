import type { PlannedSet } from '@/lib/schemas/plan'
import { roundToBar } from './plan-sets'
import type { NextSets, ProgressionReason, RuleOf, Standing } from './progression'
import {
  isAsHeavy,
  isDone,
  isSameWeight,
  type Judged,
  judgeAll,
  leastReps,
  type Share,
  sharesOf,
} from './session-weight'
import { MOST_WEIGHT } from './set-limits'
import { convertWeight, fromKg, LOAD_STEP, READ_STEP, roundTo, toKg } from './units'
import { alsoIn } from './weight-text'
import { withUnit } from './with-unit'

type LoadRule = RuleOf<'linear'> | RuleOf<'double'>

const isAssisted = ({ tracking }: Standing): boolean => tracking === 'assisted_bodyweight'

/** Reps without any load: only they can rise. */
const isUnloaded = ({ tracking }: Standing): boolean =>
  tracking === 'reps' || tracking === 'bodyweight_reps'

/**
 * Linear progression. With all planned working sets done at the weight of the last workout (an open
 * last set with its least reps) the load rises by the step; else it stays, until it was missed
 * `misses` times in a row: then it falls by `deloadPercent`, down to a multiple of the step. It goes
 * on from what was done, whatever was planned (`judgeAll` says what counts); before the first time the line's own weight holds.
 */
export function progressLinear(rule: RuleOf<'linear'>, standing: Standing): NextSets {
  const { planned, tracking, log } = standing
  const shares = sharesOf(planned, tracking)
  const plan = { shares, tracking, unit: rule.unit, repsOf: leastReps }
  const past = judgeAll(log, plan)
  const [last] = past
  if (!last) return { sets: [...planned], reason: null }
  const said = { scheme: schemeOf(shares, leastText), weight: told(rule, last), unit: rule.unit }
  if (isDone(last, plan)) return raised(rule, standing, { last, said })

  const firstOther = past.findIndex(
    (workout) => isDone(workout, plan) || !isSameWeight(workout.weight, last.weight, rule.unit),
  )
  const misses = firstOther === -1 ? past.length : firstOther
  if (misses < rule.misses)
    return {
      sets: load(standing, rule, kept(rule, last)),
      reason: { key: 'again', values: { ...said, weight: told(rule, last, true) } },
    }
  const next = lowered(rule, standing, last)
  return {
    sets: load(standing, rule, next),
    reason: { key: missedKey(standing, misses), values: { ...said, misses, next } },
  }
}

function missedKey(standing: Standing, misses: number): ProgressionReason['key'] {
  if (isAssisted(standing)) return 'moreHelp'
  if (misses === 1) return 'deloadOnce'
  return misses === 2 ? 'deloadTwice' : 'deload'
}

/**
 * Double progression. While a set is below the top of its range the load stays and each set aims
 * at one rep more than last time; with all at the top the load rises by the step and the reps
 * begin at the bottom again. Without a load the reps stay at the top once they are there.
 */
export function progressDouble(rule: RuleOf<'double'>, standing: Standing): NextSets {
  const { planned, tracking, log } = standing
  const shares = sharesOf(planned, tracking)
  const plan = { shares, tracking, unit: rule.unit, repsOf: mostReps }
  const [last] = judgeAll(log, plan)
  if (!last || shares.some(({ set }) => set.repsMin === null))
    return { sets: [...planned], reason: null }
  const said = { scheme: schemeOf(shares, mostText), weight: told(rule, last), unit: rule.unit }
  if (isDone(last, plan)) {
    if (isUnloaded(standing))
      return { sets: withReps(planned, mostReps), reason: { key: 'topReps', values: { ...said } } }
    const next = raised(rule, standing, { last, said })
    return { ...next, sets: withReps(next.sets, leastReps) }
  }
  const repsNext = (set: PlannedSet, index: number): number => {
    const done = last.sets[index]
    const isComparable = done && isAsHeavy(done.weight, last.weight, plan)
    return isComparable ? Math.min(done.reps + 1, mostReps(set)) : leastReps(set)
  }
  const sets = isUnloaded(standing) ? planned : load(standing, rule, kept(rule, last))
  const counted = last.sets.flatMap((done, index) => {
    const share = shares[index]
    return share && isAsHeavy(done.weight, last.weight, plan) ? [{ done, set: share.set }] : []
  })
  // What is missing then is a set, or weight on one.
  const isAtTop = counted.every(({ done, set }) => done.reps >= mostReps(set))
  const reps = counted.map(({ done }) => done.reps).join(', ')
  const most = Math.max(...shares.map(({ set }) => mostReps(set)))
  const keys = isUnloaded(standing)
    ? (['againReps', 'moreRepsOnly'] as const)
    : (['again', 'moreReps'] as const)
  const key = keys[isAtTop ? 0 : 1]
  const values = { ...said, weight: told(rule, last, true), reps, most }
  const isMixed = key === 'moreReps' && last.sets.some((done) => done.weight !== last.weight)
  const reason: ProgressionReason = isMixed
    ? {
        key: 'moreRepsMixed',
        values: { ...values, done: doneText(rule, last) },
      }
    : { key, values }
  return { sets: withReps(sets, repsNext), reason }
}

/** Each set with its weight as it was typed, where they differ: `6 kg × 8, 8 kg × 7`. */
const doneText = ({ unit }: LoadRule, { sets, typed }: Judged): string =>
  sets
    .map(({ weight, reps }) => {
      const said = Number(fromKg(toKg(weight, unit), typed.unit).toFixed(2))
      return withUnit(withUnit(said, typed.unit), withUnit('×', String(reps)))
    })
    .join(', ')

interface Said {
  scheme: string
  weight: number | string
  unit: string
}

function raised(
  rule: LoadRule,
  standing: Standing,
  { last, said }: { last: Judged; said: Said },
): NextSets {
  if (isAssisted(standing) && last.weight === 0)
    return { sets: load(standing, rule, 0), reason: { key: 'topReps', values: { ...said } } }
  const step = isAssisted(standing) ? -rule.step : rule.step
  const next = believable(Math.max(0, kept(rule, last) + step), rule)
  const reason: ProgressionReason = {
    key: isAssisted(standing) ? 'lessHelp' : 'raised',
    values: { ...said, next },
  }
  return { sets: load(standing, rule, next), reason }
}

/** A deload: less weight, or on assisted exercises more help, by whole steps. */
function lowered(rule: RuleOf<'linear'>, standing: Standing, last: Judged): number {
  const { step, deloadPercent } = rule
  const part = deloadPercent / 100
  // A hair of tolerance, since 90 × 0.9 is a little less than 81 in binary.
  const steps = isAssisted(standing)
    ? Math.max(1, Math.ceil((last.weight * (1 + part)) / step - 1e-9))
    : Math.floor((last.weight * (1 - part)) / step + 1e-9)
  return believable(steps * step, rule)
}

/** The weight of a workout as it can be loaded in the rule's unit. */
function kept({ step, unit: to }: LoadRule, { typed: { weight, unit: from } }: Judged): number {
  const fine = Math.min(step, LOAD_STEP[to])
  return convertWeight(weight, { from, to, step: { kg: fine, lb: fine } })
}

/**
 * The same as a person knows it: as it was typed, what that is in the rule's unit, and, where it is
 * lifted again, what is loaded for it.
 */
function told(rule: LoadRule, last: Judged, isRepeated = false): number | string {
  if (last.isTyped) return last.weight
  const read = roundTo(last.weight, READ_STEP[rule.unit])
  return alsoIn(last.typed, { read, loaded: isRepeated ? kept(rule, last) : read })
}

const believable = (weight: number, { unit }: LoadRule): number =>
  Number(Math.min(MOST_WEIGHT[unit], Math.max(0, weight)).toFixed(2))

/** The line's sets with this weight on its heaviest ones, lighter ones in proportion. */
function load(standing: Standing, rule: LoadRule, weight: number): PlannedSet[] {
  const { planned, tracking, roundLoad = roundToBar } = standing
  const shares = new Map(sharesOf(planned, tracking).map(({ set, share }) => [set, share]))
  return planned.map((set) => {
    const share = shares.get(set)
    if (share === undefined) return set
    const own = share === 1 ? weight : Math.min(weight, roundLoad(weight * share, rule.unit))
    return { ...set, weight: own, weightUnit: rule.unit, percentOfMax: null }
  })
}

const mostReps = (set: PlannedSet): number => set.repsMax ?? leastReps(set)
const leastText = (set: PlannedSet): string => `${leastReps(set)}${set.isAmrap ? '+' : ''}`
const mostText = (set: PlannedSet): string => String(mostReps(set))

/** `3×5` where the sets are alike, else `5/3/1+`. */
function schemeOf(shares: readonly Share[], textOf: (set: PlannedSet) => string): string {
  const texts = shares.map(({ set }) => textOf(set))
  const [first] = texts
  return texts.every((text) => text === first) ? `${texts.length}×${first}` : texts.join('/')
}

/** The sets with exactly so many reps as their target, warm-ups left alone. */
function withReps(
  planned: readonly PlannedSet[],
  repsOf: (set: PlannedSet, index: number) => number,
): PlannedSet[] {
  let index = 0
  return planned.map((set) => {
    if (set.kind === 'warmup') return set
    const reps = repsOf(set, index++)
    return { ...set, repsMin: reps, repsMax: set.isAmrap ? null : reps }
  })
}
