import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedSet } from '@/lib/schemas/plan'
import type { DoneSet } from './progression'
import { fromKg, toKg, type WeightUnit } from './units'

/** Kilograms within which two weights are one: 100 kg typed as 220.5 lb. */
const SAME_KG = 0.05

/** A planned working set and how heavy it is beside the heaviest of its line, 0 to 1. */
export interface Share {
  set: PlannedSet
  share: number
}

interface ComparedSet {
  reps: number
  weight: number
}

/** A workout's sets of a line, in the unit asked for, in the order of the planned ones. */
export interface Judged {
  sets: readonly ComparedSet[]
  /**
   * What most of its heaviest planned sets were done with; where that is equal the weight that was
   * asked for, else the first.
   */
  weight: number
  /** Whether `weight` was typed in this unit, so that it can be loaded as it is. */
  isTyped: boolean
  /** The same as it was typed, in its own unit. */
  typed: { weight: number; unit: WeightUnit }
}

/** What the workouts of a line are judged by. */
interface Plan {
  shares: readonly Share[]
  tracking: Tracking
  unit: WeightUnit
}

/** The working sets of a line; where no load is planned they are equally heavy. */
export function sharesOf(planned: readonly PlannedSet[], tracking: Tracking): Share[] {
  const working = planned.filter((set) => set.kind !== 'warmup')
  const loadOf = ({ weight, percentOfMax }: PlannedSet) => weight ?? percentOfMax
  const most = Math.max(...working.map((set) => loadOf(set) ?? 0))
  return working.map((set) => {
    const load = loadOf(set)
    const isEqual = tracking === 'assisted_bodyweight' || load === null || most <= 0
    return { set, share: isEqual ? 1 : load / most }
  })
}

/** Sets of an exercise whose weight may be left out: added to the body, or help. */
const isOptional = (tracking: Tracking): boolean => tracking !== 'weight_reps'

/**
 * What a workout came to beside the planned sets; what was done beyond their number is no part of
 * it. Null where none of the heaviest planned sets has a weight, since nothing follows from that.
 */
function judge(done: readonly DoneSet[], plan: Plan): Judged | null {
  const { shares, tracking, unit } = plan
  const weighed = done.filter((set) => set.weight !== null || isOptional(tracking))
  const sets = weighed.slice(0, shares.length).map((set) => ({
    reps: set.reps ?? 0,
    weight: convert(set.weight ?? 0, set.weightUnit, unit),
    isTyped: set.weightUnit === unit || !set.weight,
    typed: { weight: set.weight ?? 0, unit: set.weightUnit },
    isAsked: set.isAsked ?? false,
  }))
  const heaviest = sets.filter((_, index) => shares[index]?.share === 1)
  // Half a set more for what was asked for decides between equal counts alone.
  const votesFor = ({ weight, isAsked }: (typeof sets)[number]) =>
    heaviest.filter((set) => isSameWeight(set.weight, weight, unit)).length + (isAsked ? 0.5 : 0)
  const [first, ...rest] = heaviest
  if (!first) return null
  const usual = rest.reduce((best, set) => (votesFor(set) > votesFor(best) ? set : best), first)
  return { sets, weight: usual.weight, isTyped: usual.isTyped, typed: usual.typed }
}

/** The reps that a planned set asks for at least. */
export const leastReps = (set: PlannedSet): number => set.repsMin ?? 1

/**
 * The workouts that something follows from, newest first as they are given. One that ended early with
 * less weight than the one before it and without a missed rep was no try at the plan.
 */
export function judgeAll(log: readonly (readonly DoneSet[])[], plan: Plan): Judged[] {
  const oldestFirst: Judged[] = []
  for (const sets of log.toReversed()) {
    const judged = judge(sets, plan)
    const before = oldestFirst.at(-1)
    if (judged && !(before && isBrokenOff(judged, before, plan))) oldestFirst.push(judged)
  }
  return oldestFirst.toReversed()
}

const isBrokenOff = ({ sets, weight }: Judged, before: Judged, plan: Plan): boolean =>
  sets.length < plan.shares.length &&
  !isAsHeavy(weight, before.weight, plan) &&
  sets.every(({ reps }, index) => {
    const planned = plan.shares[index]
    return !planned || reps >= leastReps(planned.set)
  })

/**
 * Whether every planned set was done with its reps, the heaviest ones with at least the weight of
 * the workout (on assisted exercises with at most that help).
 */
export function isDone(judged: Judged, plan: Plan & { repsOf(set: PlannedSet): number }): boolean {
  return plan.shares.every(({ set, share }, index) => {
    const done = judged.sets[index]
    if (!done || done.reps < plan.repsOf(set)) return false
    return share < 1 || isAsHeavy(done.weight, judged.weight, plan)
  })
}

/** At least as hard: more weight, or less help. */
export function isAsHeavy(
  weight: number,
  than: number,
  { tracking, unit }: { tracking: Tracking; unit: WeightUnit },
): boolean {
  if (isSameWeight(weight, than, unit)) return true
  return tracking === 'assisted_bodyweight' ? weight < than : weight > than
}

export const isSameWeight = (a: number, b: number, unit: WeightUnit): boolean =>
  Math.abs(toKg(a, unit) - toKg(b, unit)) <= SAME_KG

/** To the two decimals that a typed weight may have; in its own unit as it is. */
export const convert = (weight: number, from: WeightUnit, to: WeightUnit): number =>
  from === to ? weight : Number(fromKg(toKg(weight, from), to).toFixed(2))
