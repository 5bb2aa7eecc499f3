'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/domain/typed-number'
import { deviceStorage } from '@/lib/offline/device-storage'
import { chime } from './chime'

interface SetClockProps {
  setId: string
  /** When it is to ring; it goes on after that. */
  targetSeconds: number | null
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
export function SetClock({ setId, targetSeconds, names, onStop }: SetClockProps) {
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
  return (
    <div className="flex justify-end px-2 pb-2">
      <button
        type="button"
        onClick={press}
        aria-label={since === null ? names.start : names.stop}
        className={`fig min-h-11 min-w-28 rounded-control border px-3 text-lg ${isDue ? 'border-good bg-good-soft text-good' : 'border-line'}`}
      >
        {since === null ? '▶' : '■'}{' '}
        {formatDuration(
          since === null
            ? (targetSeconds ?? 0)
            : targetSeconds === null || isDue
              ? seconds
              : targetSeconds - seconds,
        )}
      </button>
    </div>
  )
}
