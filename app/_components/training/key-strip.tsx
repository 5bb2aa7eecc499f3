'use client'

import { Suspense, useEffect, useState } from 'react'
import { DockLine } from '@/app/_components/ui/dock'
import type { BarAndPlates } from '@/lib/domain/gear'
import { plateText } from '@/lib/domain/plate-text'
import { type LoadedBar, loadBar, nextLoadable } from '@/lib/domain/plates'
import { gearOf } from '@/lib/domain/training/bar-load'
import { type PlacedSet, placedSet } from '@/lib/domain/training/next-up'
import type { Rest } from '@/lib/domain/training/set-order'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import type { WeightUnit } from '@/lib/domain/units'
import { goToMissing } from './go-to-missing'
import { PlatesDialog } from './later-parts'
import { DockButton } from './rest-bar'
import { type FocusedCell, useSharedTraining } from './training-context'
import { useRest } from './use-rest'
import { say, type TrainWords } from './words'

interface Shown {
  gear: BarAndPlates
  unit: WeightUnit
  weight: number
  loaded: LoadedBar
}

/** Keys above a phone's keyboard for the field that has the focus. The dialog of plates outlives it. */
export function KeyStrip({ cell, rest }: { cell: FocusedCell | null; rest: Rest | null }) {
  const { document, weightDrafts } = useSharedTraining()
  const [plates, showPlates] = useState<Shown | null>(null)
  const row = cell && placedSet(document, cell.setId, weightDrafts)
  return (
    <>
      {cell && row ? <Keys {...{ cell, row, rest, showPlates }} /> : null}
      {plates ? (
        <Suspense>
          <PlatesDialog {...plates} onClose={() => showPlates(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

interface KeysProps {
  cell: FocusedCell
  row: PlacedSet
  rest: Rest | null
  showPlates: (shown: Shown) => void
}

function Keys({ cell, row, rest, showPlates }: KeysProps) {
  const { document, words } = useSharedTraining()
  const { keys } = words.train
  useKeyboardHeight()
  const { exercise, facts, shown } = row
  const unit = shown.weightUnit
  const gear = gearOf(document, exercise.exerciseId, unit)
  const hint = hintOf(cell, row, { past: document.past, keys })
  const isLoaded = facts.isPlateLoaded && cell.field === 'weight' && shown.weight !== null
  const loaded = isLoaded && shown.weight ? loadBar({ target: shown.weight, ...gear }) : null
  // Large text leaves the room to the field: the card has the plates, a tick without a weight asks.
  return (
    <div
      data-keys
      role="toolbar"
      aria-label={keys.label}
      // A press must not take the focus, since the phone would put its keyboard away.
      onPointerDown={(event) => event.preventDefault()}
      className="relative flex min-h-13.5 flex-wrap items-center gap-1 py-1 pr-1.5 pl-3.5 lg:hidden"
    >
      {hint ? <p className="basis-full pt-1 text-sm narrow:hidden">{hint}</p> : null}
      <span className="mr-auto">{rest ? <Time key={rest.setId} rest={rest} /> : null}</span>
      {stepsOf(cell, row, gear).map((delta) => (
        <DockButton
          key={Math.sign(delta)}
          className="fig text-[1.125rem]"
          aria-label={say(delta < 0 ? keys.less : keys.more, { step: Math.abs(delta) })}
          onClick={() => cell.step(delta)}
        >
          {delta < 0 ? '−' : '+'}
          {Math.abs(delta)}
        </DockButton>
      ))}
      {loaded && shown.weight !== null ? (
        <DockButton
          className="fig text-[1.125rem] narrow:hidden"
          aria-label={say(words.train.plates.show, { exercise: facts.name })}
          onClick={() => showPlates({ gear, unit, weight: shown.weight ?? 0, loaded })}
        >
          {plateText(loaded.perSide) || words.train.plates.empty}
          {loaded.isExact ? null : ' ≈'}
        </DockButton>
      ) : null}
      <DockButton
        className="min-w-13! bg-accent! text-lg! text-on-accent"
        aria-label={keys.done}
        onClick={() => leaveAndTick(cell)}
      >
        ✓
      </DockButton>
    </div>
  )
}

function Time({ rest: given }: { rest: Rest }) {
  const rest = useRest(given)
  if (!rest) return null
  return (
    <>
      <span className="fig text-[1.375rem]">{formatDuration(rest.left)}</span>
      <DockLine share={rest.isDue ? 1 : rest.share} />
    </>
  )
}

/** The field keeps what was typed as it is left; the set is ticked once that has been drawn. */
function leaveAndTick({ tick }: FocusedCell): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement) {
    if (goToMissing(activeElement.form)) return
    activeElement.blur()
  }
  setTimeout(tick)
}

/** A sentence for a person who does this exercise for the first time; null where none is needed. */
function hintOf(
  { field }: FocusedCell,
  { exercise, facts, shown }: PlacedSet,
  { past, keys }: { past: TrainingDocument['past']; keys: TrainWords['train']['keys'] },
): string | null {
  if (field === 'rpe') return keys.rpe
  if ((past[exercise.exerciseId]?.previous ?? []).length > 0) return null
  if (field === 'reps') return facts.isUnilateral ? keys.perSide : null
  if (field !== 'weight' || facts.tracking !== 'weight_reps') return null
  const hints = [
    facts.isDumbbell ? keys.oneDumbbell : '',
    shown.weight === null ? keys.firstWeight : '',
  ]
  return hints.filter(Boolean).join(' ') || null
}

/** One step down and one up: what can be loaded, a repetition, half a point, some seconds. */
function stepsOf({ field }: FocusedCell, { shown }: PlacedSet, gear: BarAndPlates): number[] {
  if (field !== 'weight') {
    const step = { reps: 1, rpe: 0.5, durationSeconds: 5, distance: 0.1 }[field]
    return [-step, step]
  }
  const now = shown.weight ?? 0
  const load = shown.weight ?? gear.bar
  return ([-1, 1] as const).flatMap((direction) => {
    const to = nextLoadable({ load, direction, ...gear })
    return to === null || to === now ? [] : [Math.round((to - now) * 100) / 100]
  })
}

/** Keeps the strip above the keyboard where a browser lays the keyboard over the page, as on an iPhone. */
function useKeyboardHeight(): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const { style } = document.documentElement
    const lift = () => {
      const covered = view.scale === 1 ? innerHeight - view.height - view.offsetTop : 0
      style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`)
    }
    const liftAndShow = () => {
      lift()
      document.activeElement?.scrollIntoView({ block: 'nearest' })
    }
    liftAndShow()
    view.addEventListener('resize', liftAndShow)
    view.addEventListener('scroll', lift)
    return () => {
      view.removeEventListener('resize', liftAndShow)
      view.removeEventListener('scroll', lift)
      style.removeProperty('--keyboard')
    }
  }, [])
}
