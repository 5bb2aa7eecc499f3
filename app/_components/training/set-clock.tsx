'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/domain/typed-number'
import { chime } from './chime'
import { clockSince, startClock, stopClock } from './running-clock'

interface SetClockProps {
  setId: string
  /** When it is to ring; what goes beyond is shown and logged. */
  targetSeconds: number | null
  /** In the field of its figure, whose place the running time takes. */
  isInField: boolean
  names: { start: string; stop: string }
  onStop: (seconds: number) => void
}

/** A running clock for a timed set. It counts from its start, so that a reload loses nothing. */
export function SetClock({ setId, targetSeconds, isInField, names, onStop }: SetClockProps) {
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
  useEffect(() => {
    if (isDue) chime()
  }, [isDue])
  const press = () => {
    if (since === null) return setSince(startClock(setId))
    setSince(null)
    // Another clock may have taken the one place meanwhile.
    onStop(stopClock(setId) ?? Math.max(1, seconds))
  }
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
