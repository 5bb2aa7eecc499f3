'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { TrainingSet } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { chime } from './chime'
import { clockSince, startClock, stopClock } from './running-clock'

interface SetClockProps {
  set: TrainingSet
  /** When it is to ring. A planned hold ends by that; what goes beyond anything else is shown and logged. */
  targetSeconds: number | null
  /** In the field of its figure, whose place the running time takes. */
  isInField: boolean
  names: { start: string; stop: string }
  onStop: (seconds: number) => void
}

/** A running clock for a timed set. It counts from its start, so that a reload loses nothing. */
export function SetClock({ set, targetSeconds, isInField, names, onStop }: SetClockProps) {
  const { id: setId } = set
  const [since, setSince] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSince(clockSince(setId))
  }, [setId])
  useEffect(() => {
    if (since === null) return
    const tick = () => setSeconds(Math.floor((Date.now() - since) / 1000))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [since])
  const isDue = since !== null && targetSeconds !== null && seconds >= targetSeconds
  const isHold =
    isInField && targetSeconds !== null && set.target?.durationSeconds === targetSeconds
  const stop = () => {
    setSince(null)
    // Another clock may have taken the one place meanwhile.
    const ran = stopClock(setId) ?? Math.max(1, seconds)
    onStop(isHold ? Math.min(ran, targetSeconds) : ran)
  }
  const ring = useEffectEvent(() => {
    chime()
    if (isHold) stop()
  })
  useEffect(() => {
    if (isDue) ring()
  }, [isDue])
  const press = () => (since === null ? setSince(startClock(setId)) : stop())
  const time = formatDuration(
    since === null
      ? (targetSeconds ?? 0)
      : targetSeconds === null || isDue
        ? seconds - (targetSeconds ?? 0)
        : targetSeconds - seconds,
  )
  const button = (
    <button
      type="button"
      onClick={press}
      aria-label={since === null ? names.start : names.stop}
      className={isInField ? 'ex-clock-press' : `ex-clock-line ${isDue ? 'text-good' : ''}`}
    >
      <span aria-hidden>{since === null ? '▶' : '■'}</span>
      {isInField ? null : `${isDue ? '+' : ''}${time}`}
    </button>
  )
  if (!isInField) return button
  return (
    <>
      {button}
      {since === null ? null : (
        <span className={`ex-clock-time ${isDue ? 'text-good' : ''}`} role="timer">
          {isDue ? '+' : ''}
          {time}
        </span>
      )}
    </>
  )
}
