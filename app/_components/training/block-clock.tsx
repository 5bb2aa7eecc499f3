'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import { minutesOf, stretchAt, stretchesOf } from '@/lib/domain/training/block-clock'
import { plannedBlockOf, roundsOf, type Turn } from '@/lib/domain/training/blocks'
import type { TrainingExercise } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { chime, readySound } from './chime'
import { useSharedTraining } from './training-context'
import { useBlockClock } from './use-block-clock'
import { say } from './words'

type Clock = ReturnType<typeof useBlockClock>

interface Face {
  clock: Clock
  group: readonly TrainingExercise[]
  rounds: readonly Turn[][]
  timeCapSeconds: number | null
}

/** The clock that leads a timed block; what is done is what its sets say. */
export function BlockClock({ group }: { group: readonly TrainingExercise[] }) {
  const { training } = useSharedTraining().document
  const [first] = group
  const clock = useBlockClock(training.id, String(first?.block))
  if (!first) return null
  const timeCapSeconds = plannedBlockOf(training, first)?.timeCapSeconds ?? null
  const face = { clock, group, timeCapSeconds, rounds: roundsOf(group).rounds }
  switch (first.blockKind) {
    case 'emom':
      return <EveryMinute {...face} />
    case 'interval':
      return <Intervals {...face} />
    default:
      return <Rounds {...face} isDown={first.blockKind === 'amrap'} />
  }
}

/** Presses the tick of each set, so that what was typed counts and what is missing is asked for. */
function pressTicks(setIds: readonly string[]): void {
  for (const id of setIds) {
    const field = window.document.querySelector<HTMLInputElement>(
      `input[name="setId"][value="${id}"]`,
    )
    field?.form?.querySelector<HTMLButtonElement>('button[aria-pressed="false"]')?.click()
  }
}

const openIds = (turns: readonly Turn[]): string[] =>
  turns.flatMap(({ set }) => (set.isCompleted ? [] : [set.id]))

/** Rings when what is counted changes while the clock runs, not when the page comes back to it. */
function useRingOn(value: number, isRunning: boolean): void {
  const last = useRef<number | null>(null)
  useEffect(() => {
    if (isRunning && last.current !== null && last.current !== value) chime()
    last.current = isRunning ? value : null
  }, [value, isRunning])
}

/** Whose turn it is, minute by minute. */
function EveryMinute({ clock, rounds, timeCapSeconds }: Face) {
  const { document, words } = useSharedTraining()
  const { blockClock } = words.train
  const minutes = minutesOf(rounds, timeCapSeconds)
  const minute = Math.floor(clock.seconds / 60)
  const isOver = minute >= minutes.length
  useRingOn(Math.min(minute, minutes.length), clock.isRunning)
  const turns = minutes[minute] ?? []
  const open = openIds(turns)
  const names = turns.map(({ exercise }) => document.training.facts[exercise.exerciseId]?.name)
  return (
    <ClockFace
      clock={clock}
      figure={isOver ? 0 : Math.ceil(60 - (clock.seconds % 60))}
      isOver={isOver}
      action={
        <Act isIdle={open.length === 0} onPress={() => pressTicks(open)}>
          {turns.length > 0 && open.length === 0 ? blockClock.minuteDone : blockClock.doneMinute}
        </Act>
      }
    >
      <span className="block text-[0.8125rem] text-soft">
        {isOver
          ? blockClock.over
          : say(blockClock.minuteOf, { minute: minute + 1, minutes: minutes.length })}
      </span>
      <span className="block text-[1.0625rem] font-semibold">
        {isOver ? null : names.join(', ')}
      </span>
      {clock.isRunning && !isOver ? (
        <span className="block text-[0.8125rem] text-soft">{blockClock.restOfMinute}</span>
      ) : null}
    </ClockFace>
  )
}

/** Work and rest, one after another. */
function Intervals({ clock, rounds }: Face) {
  const { document, words } = useSharedTraining()
  const { blockClock, block } = words.train
  const { training } = document
  const stretches = stretchesOf(training, rounds)
  const now = stretchAt(stretches, clock.seconds)
  useRingOn(now?.index ?? stretches.length, clock.isRunning)
  // Without a time for the work there is nothing to lead through.
  if (stretches.length === 0) return null
  const stretch = now ? stretches[now.index] : undefined
  const isBehind = ({ isRest }: { isRest: boolean }, index: number) =>
    !isRest && (now === null || index < now.index)
  const due = openIds(stretches.filter(isBehind).map(({ turn }) => turn))
  const coming = stretches.find(({ isRest }, index) => !isRest && index > (now?.index ?? -1))
  const named = (turn: Turn | undefined) =>
    turn ? (training.facts[turn.exercise.exerciseId]?.name ?? '') : ''
  const round = rounds.findIndex((turns) => turns.some(({ set }) => set === stretch?.turn.set))
  return (
    <ClockFace
      clock={clock}
      figure={Math.ceil(now?.left ?? 0)}
      isOver={now === null}
      action={
        <Act isIdle={due.length === 0} onPress={() => pressTicks(due)}>
          {blockClock.log}
        </Act>
      }
    >
      <span className="block text-[0.8125rem] text-soft">
        {stretch
          ? say(block.roundOf, { round: round + 1, rounds: rounds.length })
          : blockClock.over}
      </span>
      <span className="block text-[1.0625rem] font-semibold">
        {stretch ? (stretch.isRest ? blockClock.rest : blockClock.work) : null}
      </span>
      <span className="block text-[0.8125rem] text-soft">
        {stretch?.isRest
          ? say(blockClock.next, { name: named(coming?.turn) })
          : named(stretch?.turn)}
      </span>
    </ClockFace>
  )
}

/** Rounds against the clock: it counts down for as many as possible, and up for the time. */
function Rounds({ clock, group, rounds, timeCapSeconds: cap, isDown }: Face & { isDown: boolean }) {
  const { words, dispatch } = useSharedTraining()
  const { blockClock, block } = words.train
  const sets = rounds.flat().map(({ set }) => set)
  const open = rounds.find((turns) => turns.some(({ set }) => !set.isCompleted))
  const lastAt = Math.max(0, ...sets.map((set) => Date.parse(set.performedAt ?? '') || 0))
  // The time of a block whose sets are all done is the one of its last.
  const ended = !isDown && !open && clock.startedAt !== null ? lastAt - clock.startedAt : null
  const seconds = ended === null ? clock.seconds : Math.max(0, ended / 1000)
  const isOver = cap !== null && seconds >= cap
  useRingOn(isOver ? 1 : 0, clock.isRunning)
  const done = rounds.filter((turns) => turns.every(({ set }) => set.isCompleted)).length
  const more = rounds
    .filter((turns) => turns.some(({ set }) => !set.isCompleted))
    .flatMap((turns) => turns.map(({ set }) => (set.isCompleted ? (set.reps ?? 0) : 0)))
    .reduce((sum, reps) => sum + reps, 0)
  const finishRound = () => {
    const exerciseLogId = group[0]?.id
    if (open) return pressTicks(openIds(open))
    if (!exerciseLogId) return
    const setIds = group.map(() => newId())
    // The rows have to be there before their ticks can be pressed.
    flushSync(() => void dispatch({ type: 'addRound', exerciseLogId, setIds }))
    pressTicks(setIds)
  }
  return (
    <ClockFace
      clock={clock}
      figure={isDown && cap !== null ? Math.ceil(Math.max(0, cap - seconds)) : Math.floor(seconds)}
      isOver={isOver || ended !== null}
      action={
        <Act isIdle={!isDown && !open} onPress={finishRound}>
          {blockClock.roundDone}
        </Act>
      }
    >
      <span className="fig block text-[1.75rem] leading-none">
        {say(done === 1 ? block.one : block.other, { count: done })}
      </span>
      <span className="block min-h-5 text-[0.8125rem] text-soft">
        {[
          more > 0 ? say(blockClock.reps, { count: more }) : '',
          isOver ? blockClock.over : '',
          !isDown && cap !== null ? say(blockClock.cap, { time: formatDuration(cap) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </ClockFace>
  )
}

/** The big figure with what it is about beside it, and below what can be pressed. */
function ClockFace({
  clock,
  figure,
  isOver,
  action,
  children,
}: {
  clock: Clock
  figure: number
  isOver: boolean
  action: ReactNode
  children: ReactNode
}) {
  const { blockClock } = useSharedTraining().words.train
  const isPaused = clock.isStarted && !clock.isRunning
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 px-3.5 pt-2 pb-2.5">
        <p role="timer" className={`fig text-[3.5rem] leading-none ${isOver ? 'text-good' : ''}`}>
          {formatDuration(figure)}
        </p>
        <p className="min-w-0 flex-[1_1_8rem] leading-tight">{children}</p>
      </div>
      <div className="flex flex-wrap gap-2 px-2.5 pb-2.5">
        {isOver && !clock.isRunning ? null : (
          <Button
            type="button"
            look={clock.isStarted ? 'quiet' : 'primary'}
            className="flex-auto"
            onClick={() => {
              readySound()
              clock.press()
            }}
          >
            {clock.isStarted ? (isPaused ? blockClock.resume : blockClock.pause) : blockClock.start}
          </Button>
        )}
        {isPaused ? (
          <Button type="button" look="quiet" className="flex-auto" onClick={clock.reset}>
            {blockClock.again}
          </Button>
        ) : null}
        {clock.isStarted ? action : null}
      </div>
    </div>
  )
}

function Act({
  isIdle,
  onPress,
  children,
}: {
  isIdle: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <Button
      type="button"
      className="flex-[3_1_auto]"
      aria-disabled={isIdle || undefined}
      onClick={() => (isIdle ? undefined : onPress())}
    >
      {children}
    </Button>
  )
}
