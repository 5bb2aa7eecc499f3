'use client'

import { say } from '@/app/_components/training/words'
import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import { plannedDistance } from '@/lib/domain/target-text'
import { formatDuration } from '@/lib/domain/typed-number'
import { repsText } from '@/lib/domain/typed-reps'
import type { DistanceUnit, WeightUnit } from '@/lib/domain/units'
import type { Tracking } from '@/lib/schemas/exercise'
import type { Target } from '@/lib/schemas/plan'
import { Cell, useAnswer } from './answer'

export interface OwnUnits {
  weightUnit: WeightUnit
  distanceUnit: DistanceUnit
}

interface TargetFieldsProps {
  target: Target
  /** Path of the line or set the fields belong to. */
  path: string
  tracking: Tracking
  own: OwnUnits
  problemsId: string
}

/** Every value of a target as its field shows it, by the field's name. */
function targetValues({ target, tracking, own }: TargetFieldsProps) {
  const distance =
    target.distanceMeters === null
      ? { text: '', unit: distanceUnitFor(tracking, own.distanceUnit) }
      : plannedDistance(target.distanceMeters, { tracking, unit: own.distanceUnit })
  const shown = (value: number | null) => (value === null ? '' : String(value))
  return {
    weightUnit: target.weightUnit ?? own.weightUnit,
    distanceUnit: distance.unit,
    fields: {
      reps: repsText(target),
      weight: shown(target.weight),
      percentOfMax: shown(target.percentOfMax),
      rpe: shown(target.rpe),
      durationSeconds:
        target.durationSeconds === null ? '' : formatDuration(target.durationSeconds),
      distance: distance.text,
    },
  }
}

type FieldName = keyof ReturnType<typeof targetValues>['fields']

/** Which fields an exercise has by what is counted; %1RM goes with weights and reps. */
function namesFor(tracking: Tracking): readonly FieldName[] {
  const counted = setFields(tracking)
  return tracking === 'weight_reps' ? ['reps', 'weight', 'percentOfMax'] : counted
}

/** Targets that few lines have; they are folded away until they are set. */
const SELDOM: readonly FieldName[] = ['percentOfMax', 'rpe']

/**
 * The fields of what one set asks for: all of them, or of a line the usual ones apart from those that
 * are seldom set. A seldom one that is set counts as usual.
 */
export function TargetFields(props: TargetFieldsProps & { shows: 'all' | 'usual' | 'seldom' }) {
  const { path, tracking, problemsId, shows } = props
  const words = useAnswer().words.editor
  const { fields, weightUnit, distanceUnit } = targetValues(props)
  const usual = namesFor(tracking)
  const labels: Record<FieldName, string> = {
    reps: words.reps,
    weight: weightUnit,
    percentOfMax: words.percent,
    rpe: words.rpe,
    durationSeconds: words.duration,
    distance: distanceUnit,
  }
  // Figures stand under their unit; who listens hears what it is a unit of.
  const spoken: Partial<Record<FieldName, string>> = {
    weight: say(words.weight, { unit: weightUnit }),
    distance: say(words.distance, { unit: distanceUnit }),
  }
  const isFolded = (name: FieldName) => SELDOM.includes(name) && fields[name] === ''
  const names = Object.keys(labels)
    .filter(
      (name): name is FieldName =>
        name === 'rpe' || usual.some((one) => one === name) || fields[name as FieldName] !== '',
    )
    .filter((name) => shows === 'all' || isFolded(name) === (shows === 'seldom'))
  return (
    <>
      {shows === 'seldom' ? null : (
        <>
          <input type="hidden" name={`${path}.weightUnit`} value={weightUnit} />
          <input type="hidden" name={`${path}.distanceUnit`} value={distanceUnit} />
        </>
      )}
      {names.map((name) => (
        <Cell
          key={name}
          label={labels[name]}
          aria-label={spoken[name]}
          path={`${path}.${name}`}
          value={fields[name]}
          inputMode={name === 'reps' || name === 'durationSeconds' ? 'text' : 'decimal'}
          placeholder={name === 'reps' ? '8–12' : undefined}
          problemsId={problemsId}
        />
      ))}
    </>
  )
}

/** A target that its single sets speak for, kept for when they are gone. */
export function HiddenTarget(props: TargetFieldsProps) {
  const { fields, weightUnit, distanceUnit } = targetValues(props)
  const values = Object.entries({ ...fields, weightUnit, distanceUnit })
  return values.map(([name, value]) => (
    <input key={name} type="hidden" name={`${props.path}.${name}`} value={value} />
  ))
}
