'use client'

import { useEffect, useRef } from 'react'
import { PlatePicture } from '@/app/_components/plate-picture'
import { Button } from '@/app/_components/ui/plain-button'
import type { BarAndPlates } from '@/lib/domain/gear'
import type { LoadedBar } from '@/lib/domain/plates'
import type { WeightUnit } from '@/lib/domain/units'
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
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const title = say(train.plates.title, { weight: `${weight} ${unit}` })
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      className="m-auto w-[min(92vw,420px)] rounded-card border bg-surface p-4 text-ink backdrop:bg-black/50"
    >
      <div className="flex flex-col gap-4">
        <h3 className="text-lg font-semibold">{title}</h3>
        <PlatePicture {...loaded} bar={gear.bar} unit={unit} words={plates} />
        <div className="flex flex-wrap justify-between gap-2">
          <a href="/settings/gear" className="self-center text-sm font-semibold text-accent">
            {train.plates.gear}
          </a>
          <Button type="button" size="compact" onClick={() => dialog.current?.close()}>
            {train.plates.close}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
