'use client'

import { useEffect, useState } from 'react'
import { pressed, type StartedClock, secondsOn } from '@/lib/domain/training/block-clock'

/** One place for the clocks of the workout that goes on, so that nothing piles up. */
const CLOCKS = 'block-clocks'

interface Kept {
  sessionId: string
  clocks: Record<string, StartedClock>
}

function readClocks(sessionId: string): Record<string, StartedClock> {
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(CLOCKS) ?? '{}')
    return kept.sessionId === sessionId ? (kept.clocks ?? {}) : {}
  } catch {
    return {}
  }
}

function keepClock(sessionId: string, block: string, clock: StartedClock | null): void {
  const { [block]: _, ...others } = readClocks(sessionId)
  const clocks = clock ? { ...others, [block]: clock } : others
  try {
    localStorage.setItem(CLOCKS, JSON.stringify({ sessionId, clocks }))
  } catch {
    // On a full device the clock lasts as long as the page.
  }
}

/** The clock of a block, kept on the device: it counts from its start, so that a reload loses nothing. */
export function useBlockClock(sessionId: string, block: string) {
  const [clock, setClock] = useState<StartedClock | null>(null)
  const [now, setNow] = useState(0)
  useEffect(() => {
    setNow(Date.now())
    setClock(readClocks(sessionId)[block] ?? null)
  }, [sessionId, block])
  const isRunning = clock !== null && clock.pausedAt === null
  useEffect(() => {
    if (!isRunning) return
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [isRunning])
  const change = (to: StartedClock | null) => {
    keepClock(sessionId, block, to)
    setNow(Date.now())
    setClock(to)
  }
  return {
    isRunning,
    isStarted: clock !== null,
    startedAt: clock?.startedAt ?? null,
    seconds: clock ? secondsOn(clock, now) : 0,
    press: () => change(pressed(clock, Date.now())),
    reset: () => change(null),
  }
}
