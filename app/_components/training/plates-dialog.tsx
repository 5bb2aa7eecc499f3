'use client'

import { PlatePicture } from '@/app/_components/plate-picture'
import type { BarAndPlates } from '@/lib/domain/gear'
import type { LoadedBar } from '@/lib/domain/plates'
import type { WeightUnit } from '@/lib/domain/units'
import { Sheet } from './sheet'
import { useSharedTraining } from './training-context'
import { say } from './words'

interface PlatesDialogProps {
  gear: BarAndPlates
  unit: WeightUnit
  weight: number
  loaded: LoadedBar
  onClose: () => void
}

/** What goes on the bar, as a picture. */
export function PlatesDialog({ gear, unit, weight, loaded, onClose }: PlatesDialogProps) {
  const { train, plates } = useSharedTraining().words
  return (
    <Sheet title={say(train.plates.title, { weight: `${weight} ${unit}` })} onClose={onClose}>
      <div className="flex flex-col gap-3 px-4 pb-2">
        <PlatePicture {...loaded} bar={gear.bar} unit={unit} words={plates} />
        <a
          href="/settings/gear"
          className="inline-flex min-h-11 items-center text-sm font-semibold text-accent"
        >
          {train.plates.gear}
        </a>
      </div>
    </Sheet>
  )
}
