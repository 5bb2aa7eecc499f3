'use client'

import { Suspense, useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import type { BarAndPlates } from '@/lib/domain/gear'
import { loadBar, nextLoadable } from '@/lib/domain/plates'
import { setFields } from '@/lib/domain/set-fields'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { roundTo, type WeightUnit } from '@/lib/domain/units'
import { PlatesDialog } from './later-parts'
import { useSharedTraining } from './training-context'
import { say } from './words'

interface BarHelpProps {
  facts: ExerciseFacts
  /** The set that is being done. */
  active: ShownSet
  unit: WeightUnit
}

/** Steps where no bar is loaded: dumbbells and stacks of weights. */
const STEP = { kg: 2.5, lb: 5 } as const

/** A step lighter or heavier by what can be loaded, and the plates as a picture. */
export function BarHelp({ facts, active, unit }: BarHelpProps) {
  const { document, words, dispatch } = useSharedTraining()
  const { train } = words
  const { shown, set } = active
  if (!setFields(facts.tracking).includes('weight')) return null
  const gear = gearOf(document.person.gear[unit], facts)
  const load = shown.weight ?? gear?.bar ?? 0
  const move = (direction: 1 | -1) => stepFrom(load, direction, { gear, unit })
  const say2 = (weight: number) => `${weight} ${unit}`
  const put = (weight: number) =>
    dispatch({
      ...{ type: 'logSet', setId: set.id, baseRevision: set.revision },
      values: { ...valuesOf(shown), weight, weightUnit: unit },
    })
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
            className="fig min-w-11 text-xl"
            aria-disabled={weight === null || undefined}
            aria-label={say(name, { exercise: facts.name, weight: say2(weight ?? load) })}
            onClick={() => weight !== null && put(weight)}
          >
            {sign}
          </Button>
        ),
      )}
      {gear && shown.weight ? <Plates {...{ facts, gear, unit }} weight={shown.weight} /> : null}
    </>
  )
}

const valuesOf = (shown: ShownSet['shown']) => {
  const { kind, reps, durationSeconds, distanceMeters, rpe, side, isSlip, isCompleted } = shown
  return { kind, reps, durationSeconds, distanceMeters, rpe, side, isSlip, isCompleted }
}

/** The bar of this exercise with the plates at hand; null where no bar is loaded. */
export function gearOf(usual: BarAndPlates, facts: ExerciseFacts): BarAndPlates | null {
  if (!facts.isPlateLoaded) return null
  return { ...usual, bar: facts.barWeight ?? usual.bar }
}

function stepFrom(
  load: number,
  direction: 1 | -1,
  { gear, unit }: { gear: BarAndPlates | null; unit: WeightUnit },
): number | null {
  if (gear) return nextLoadable({ load, direction, ...gear })
  const step = STEP[unit]
  const next =
    roundTo(load, step) === load ? load + direction * step : nearest(load, direction, step)
  return next < 0 ? null : next
}

const nearest = (load: number, direction: 1 | -1, step: number): number =>
  (direction === 1 ? Math.ceil(load / step) : Math.floor(load / step)) * step

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
  const text = loaded.perSide.join(' + ')
  return (
    <>
      <Button
        type="button"
        look="quiet"
        size="compact"
        className="fig text-[17px]"
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
