'use client'

import type { ComponentProps } from 'react'
import { DockLine } from '@/app/_components/ui/dock'
import { figuresOf, nextUp, type PlacedSet, placedSet } from '@/lib/domain/training/next-up'
import type { Rest } from '@/lib/domain/training/set-order'
import { formatDuration } from '@/lib/domain/typed-number'
import { useSharedTraining } from './training-context'
import { bringNextIntoView } from './use-next-in-view'
import { useRest, useRing } from './use-rest'
import { say, sayReps, type TrainWords } from './words'

const STEP = 15

/** Counts a rest down, says what comes after it, and rings at its end. */
export function RestBar({ rest: given, isAway }: { rest: Rest; isAway: boolean }) {
  const { document, words, typed } = useSharedTraining()
  const { timer } = words.train
  const rest = useRest(given)
  useRing({ rest, setId: given.setId, title: timer.done })
  if (!rest) return null
  const { isDue, isPaused, left, share, add, pause, skip } = rest
  const next = nextUp(document)
  const isSame = next?.exercise.id === placedSet(document, given.setId)?.exercise.id
  return (
    <section aria-label={timer.label} className={isAway ? 'max-lg:hidden' : ''}>
      <div
        className={`relative mx-auto grid min-h-16 max-w-2xl grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 py-1.5 pr-1.5 pl-3.5 @max-[22.4rem]:gap-x-1.5 @max-[22.4rem]:pl-2.5 @max-[16rem]:grid-cols-[auto_minmax(0,1fr)] @max-[16rem]:gap-y-1 @max-[16rem]:px-2 ${isDue ? 'bg-accent-soft' : ''}`}
      >
        <div className="relative">
          <p
            role="timer"
            className={`fig min-w-14 text-[2rem] leading-11 @max-[22.4rem]:min-w-12 @max-[22.4rem]:text-[1.75rem] ${isDue ? 'text-accent' : isPaused ? 'text-soft' : ''}`}
          >
            {formatDuration(left)}
          </p>
          {isDue ? null : (
            <button
              type="button"
              aria-label={isPaused ? timer.resume : timer.pause}
              onClick={pause}
              className="absolute inset-0 rounded-[10px]"
            />
          )}
        </div>
        <div aria-live="polite" className="min-w-0 leading-tight @max-[16rem]:text-right">
          {/* A press scrolls back to the set, for a person who looked at something else. */}
          <button
            type="button"
            onClick={bringNextIntoView}
            className="block min-h-11 w-full text-left"
          >
            <span className="block text-sm leading-[1.22] font-semibold wrap-anywhere @max-[16rem]:text-xs">
              {next ? sentenceOf(next, { timer, isDue, isSame }) : timer.done}
            </span>
            <span className="fig block text-[1.0625rem] leading-[1.15] wrap-anywhere">
              {next
                ? figuresOf(
                    next,
                    document.person.distanceUnit,
                    typed[next.set.id]?.texts,
                    (count) => sayReps(words.train.mini, count),
                  )
                : null}
            </span>
          </button>
        </div>
        <div className="flex gap-1 @max-[22.4rem]:gap-[3px] @max-[16rem]:col-span-full">
          {isDue ? null : (
            <DockButton aria-label={timer.less} onClick={() => add(-STEP)}>
              −15
            </DockButton>
          )}
          <DockButton aria-label={timer.more} onClick={() => add(STEP)}>
            +15
          </DockButton>
          <DockButton aria-label={isDue ? timer.close : undefined} onClick={skip}>
            {isDue ? timer.ok : timer.skip}
          </DockButton>
        </div>
      </div>
      <DockLine share={isDue ? 1 : share} />
    </section>
  )
}

/** A key of the dock. */
export const DockButton = ({ className = '', ...rest }: ComponentProps<'button'>) => (
  <button
    type="button"
    className={`min-h-11 min-w-11 rounded-control bg-tile px-2 text-[0.9375rem] font-semibold @max-[22.4rem]:px-1 @max-[16rem]:flex-1 ${className}`}
    {...rest}
  />
)

function sentenceOf(
  { number, facts }: PlacedSet,
  {
    timer,
    isDue,
    isSame,
  }: { timer: TrainWords['train']['timer']; isDue: boolean; isSame: boolean },
): string {
  const says = isDue ? timer.over : timer.next
  if (!isSame) return say(says.exercise, { name: facts.name })
  return number === null ? says.warmUp : say(says.set, { set: number })
}
