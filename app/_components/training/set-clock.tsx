'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/domain/typed-number'
import { deviceStorage } from '@/lib/offline/device-storage'
import { chime } from './chime'

interface SetClockProps {
  setId: string
  /** When it is to ring; it goes on after that. */
  targetSeconds: number | null
  /** In the field of its figure, whose place the running time takes. */
  isInField: boolean
  names: { start: string; stop: string }
  onStop: (seconds: number) => void
}

/** One place for the clock that was started last, so that nothing piles up. */
const RUNNING = 'set-clock'

function readSince(setId: string): number | null {
  const [id, since] = deviceStorage.get(RUNNING)?.split(' ') ?? []
  return id === setId ? Number(since) : null
}

/** A running clock for a timed set. It counts from its start, so that a reload loses nothing. */
export function SetClock({ setId, targetSeconds, isInField, names, onStop }: SetClockProps) {
  const [since, setSince] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSince(readSince(setId))
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
    if (since === null) {
      const start = Date.now()
      deviceStorage.set(RUNNING, `${setId} ${start}`)
      return setSince(start)
    }
    deviceStorage.remove(RUNNING)
    setSince(null)
    onStop(Math.max(1, Math.round((Date.now() - since) / 1000)))
  }
  const time = formatDuration(
    since === null
      ? (targetSeconds ?? 0)
      : targetSeconds === null || isDue
        ? seconds
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
      {isInField ? null : time}
    </button>
  )
  if (!isInField) return button
  return (
    <>
      {button}
      {since === null ? null : (
        <span className={`ex-clock-time ${isDue ? 'text-good' : ''}`} role="timer">
          {time}
        </span>
      )}
    </>
  )
}
