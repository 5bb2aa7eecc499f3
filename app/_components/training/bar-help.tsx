'use client'

import { Suspense, useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import type { BarAndPlates } from '@/lib/domain/gear'
import { plateText } from '@/lib/domain/plate-text'
import { loadBar, nextLoadable } from '@/lib/domain/plates'
import { setFields } from '@/lib/domain/set-fields'
import { gearOf } from '@/lib/domain/training/bar-load'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import { PlatesDialog } from './later-parts'
import { useSharedTraining } from './training-context'
import { say } from './words'

interface BarHelpProps {
  exerciseId: string
  facts: ExerciseFacts
  /** The set that is being done. */
  active: ShownSet
}

/** A step lighter or heavier by what can be loaded, and the plates as a picture. */
export function BarHelp({ exerciseId, facts, active }: BarHelpProps) {
  const { document, words, dispatch, typed, type } = useSharedTraining()
  const { train } = words
  const { shown, set } = active
  if (!setFields(facts.tracking).includes('weight')) return null
  // Not the unit of the exercise: what was typed before that changed stays in its own.
  const unit = shown.weightUnit
  const gear = gearOf(document, exerciseId, unit)
  const load = shown.weight ?? gear.bar
  const move = (direction: 1 | -1) => nextLoadable({ load, direction, ...gear })
  const put = (weight: number) => {
    const kept = typed[set.id]
    // A typed weight would stand in front of the new one.
    if (kept) type(set.id, { ...kept, texts: { ...kept.texts, weight: String(weight) } })
    else
      dispatch({
        ...{ type: 'logSet', setId: set.id, baseRevision: set.revision },
        values: { ...valuesOf(set), weight, weightUnit: unit },
      })
  }
  const [lighter, heavier] = [move(-1), move(1)]
  return (
    <>
      {[[lighter, '−', train.lighter] as const, [heavier, '+', train.heavier] as const].map(
        ([weight, sign, name]) => (
          <Button
            key={sign}
            type="button"
            look="quiet"
            size="compact"
            className="fig min-w-11 text-lg"
            aria-disabled={weight === null || undefined}
            aria-label={say(name, { exercise: facts.name, weight: `${weight ?? load} ${unit}` })}
            onClick={() => weight !== null && put(weight)}
          >
            {sign}
            {weight === null ? null : Math.round(Math.abs(weight - load) * 100) / 100}
            {sign === '+' ? ` ${unit}` : null}
          </Button>
        ),
      )}
      {facts.isPlateLoaded && shown.weight ? (
        <Plates {...{ facts, gear, unit }} weight={shown.weight} />
      ) : null}
    </>
  )
}

const valuesOf = (set: ShownSet['set']) => {
  const { kind, reps, durationSeconds, distanceMeters, rpe, side, isSlip, isCompleted } = set
  return { kind, reps, durationSeconds, distanceMeters, rpe, side, isSlip, isCompleted }
}

function Plates({
  facts,
  gear,
  unit,
  weight,
}: {
  facts: ExerciseFacts
  gear: BarAndPlates
  unit: WeightUnit
  weight: number
}) {
  const { train } = useSharedTraining().words
  const [isOpen, setOpen] = useState(false)
  const loaded = loadBar({ target: weight, ...gear })
  const text = plateText(loaded.perSide)
  return (
    <>
      <Button
        type="button"
        look="quiet"
        size="compact"
        className="fig text-[1.0625rem] whitespace-normal!"
        aria-label={say(train.plates.show, { exercise: facts.name })}
        onClick={() => setOpen(true)}
      >
        {text || train.plates.empty}
        {loaded.isExact ? null : ' ≈'}
      </Button>
      {isOpen ? (
        <Suspense>
          <PlatesDialog {...{ gear, unit, weight, loaded }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
