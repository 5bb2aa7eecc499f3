'use client'

import { useTranslations } from 'next-intl'
import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import { plannedDistance } from '@/lib/domain/target-text'
import { formatDuration } from '@/lib/domain/typed-number'
import { repsText } from '@/lib/domain/typed-reps'
import type { DistanceUnit, WeightUnit } from '@/lib/domain/units'
import type { Tracking } from '@/lib/schemas/exercise'
import type { Target } from '@/lib/schemas/plan'
import { Cell } from './answer'

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

/** The fields of what one set asks for; what the plan says beyond the usual is shown as well. */
export function TargetFields(props: TargetFieldsProps) {
  const { path, tracking, problemsId } = props
  const t = useTranslations('routines.editor')
  const { fields, weightUnit, distanceUnit } = targetValues(props)
  const usual = namesFor(tracking)
  const labels: Record<FieldName, string> = {
    reps: t('reps'),
    weight: weightUnit,
    percentOfMax: t('percent'),
    rpe: t('rpe'),
    durationSeconds: t('duration'),
    distance: distanceUnit,
  }
  // Figures stand under their unit; who listens hears what it is a unit of.
  const spoken: Partial<Record<FieldName, string>> = {
    weight: t('weight', { unit: weightUnit }),
    distance: t('distance', { unit: distanceUnit }),
  }
  const names = Object.keys(labels).filter(
    (name): name is FieldName =>
      name === 'rpe' || usual.some((one) => one === name) || fields[name as FieldName] !== '',
  )
  return (
    <>
      <input type="hidden" name={`${path}.weightUnit`} value={weightUnit} />
      <input type="hidden" name={`${path}.distanceUnit`} value={distanceUnit} />
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
