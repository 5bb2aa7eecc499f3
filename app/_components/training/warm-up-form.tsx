'use client'

import { Flame } from 'lucide-react'
import { newId } from '@/lib/core/id'
import { gearOf } from '@/lib/domain/training/bar-load'
import { inUnit, type ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, TrainingExercise } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import { warmUpSets } from '@/lib/domain/warm-up'
import { ChangeForm } from './change-form'
import { MenuButton } from './menu-row'
import { useSharedTraining } from './training-context'

interface WarmUpFormProps {
  exercise: TrainingExercise
  facts: ExerciseFacts
  rows: readonly ShownSet[]
  unit: WeightUnit
  onDone?: (() => void) | undefined
}

/** Warm-up sets before the first working set, from its weight and the plates at hand. */
export function WarmUpForm({ exercise, facts, rows, unit, onDone }: WarmUpFormProps) {
  const { document, words } = useSharedTraining()
  const first = rows.find(({ set }) => set.kind !== 'warmup')
  const isWarm = first?.set.isCompleted || rows.some(({ set }) => set.kind === 'warmup')
  if (!first || isWarm || facts.tracking !== 'weight_reps') return null
  const gear = gearOf(document, exercise.exerciseId, unit)
  const sets = warmUpSets({ workingWeight: inUnit(first.shown, unit, facts).weight ?? 0, ...gear })
  if (sets.length === 0) return null
  return (
    <ChangeForm
      onDone={onDone}
      change={() => ({
        type: 'addSets',
        exerciseLogId: exercise.id,
        isFirst: true,
        sets: sets.map(({ weight, reps }) => ({
          id: newId(),
          kind: 'warmup',
          target: { ...NO_TARGET, weight, weightUnit: unit, repsMin: reps },
        })),
      })}
    >
      <MenuButton icon={Flame}>{words.train.warmUp}</MenuButton>
    </ChangeForm>
  )
}

const NO_TARGET = {
  ...{ repsMin: null, repsMax: null, isAmrap: false, weight: null, weightUnit: null },
  ...{ percentOfMax: null, rpe: null, durationSeconds: null, distanceMeters: null },
}
