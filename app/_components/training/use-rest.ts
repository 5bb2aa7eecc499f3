'use client'

import { useEffect, useState } from 'react'
import type { Rest } from '@/lib/domain/training/set-order'
import { deviceStorage } from '@/lib/offline/device-storage'
import { chime } from './chime'
import { CLOCK_STARTED } from './running-clock'

/** What was done to a rest; kept on the device, so that a reload goes on with it. */
interface Adjusted {
  /** When it began, which a set keeps that is moved to another exercise. */
  since: string
  extraSeconds: number
  pausedAt: number | null
  isOver: boolean
}

/** A single name in the storage, so that old rests never pile up. */
const ADJUSTED = 'rest'
/** A rest that ended long ago is of no interest to a person who comes back. */
const SHOWN_AFTER_SECONDS = 60

/**
 * A rest as it stands now; null where it was skipped, or ended long ago. It is worked out from saved
 * instants, so that it is right again as soon as the page is seen again.
 */
export function useRest(rest: Rest) {
  const [adjusted, change] = useAdjusted(rest.since)
  useEffect(() => {
    if (!adjusted) return
    const end = () => change({ ...adjusted, isOver: true })
    addEventListener(CLOCK_STARTED, end)
    return () => removeEventListener(CLOCK_STARTED, end)
  })
  const isTicking = adjusted !== null && adjusted.pausedAt === null && !adjusted.isOver
  const now = useNow(isTicking)
  const at = adjusted?.pausedAt ?? now
  if (adjusted === null || at === null || adjusted.isOver) return null
  const total = rest.seconds + adjusted.extraSeconds
  const left = Math.ceil(total - (at - Date.parse(rest.since)) / 1000)
  if (left < -SHOWN_AFTER_SECONDS) return null
  const add = (seconds: number) =>
    change({ ...adjusted, extraSeconds: adjusted.extraSeconds + seconds })
  return {
    left: Math.max(0, left),
    share: left / Math.max(1, total),
    isDue: left <= 0,
    isPaused: adjusted.pausedAt !== null,
    /** More after the end counts from now. */
    add: (seconds: number) => add(left < 0 ? seconds - left : seconds),
    skip: () => change({ ...adjusted, isOver: true }),
    pause() {
      if (adjusted.pausedAt === null) return change({ ...adjusted, pausedAt: Date.now() })
      const paused = (Date.now() - adjusted.pausedAt) / 1000
      change({ ...adjusted, pausedAt: null, extraSeconds: adjusted.extraSeconds + paused })
    },
  }
}

/** Null until the device was asked. */
function useAdjusted(since: string) {
  const [adjusted, setAdjusted] = useState<Adjusted | null>(null)
  useEffect(() => {
    setAdjusted(readAdjusted(since))
  }, [since])
  const change = (to: Adjusted) => {
    deviceStorage.set(ADJUSTED, JSON.stringify(to))
    setAdjusted(to)
  }
  return [adjusted, change] as const
}

function readAdjusted(since: string): Adjusted {
  const fresh = { since, extraSeconds: 0, pausedAt: null, isOver: false }
  try {
    const kept: Partial<Adjusted> = JSON.parse(deviceStorage.get(ADJUSTED) ?? '{}')
    return kept.since === since ? { ...fresh, ...kept } : fresh
  } catch {
    return fresh
  }
}

/** Browsers slow timers down in the background, so the time is also read when the page comes back. */
function useNow(isTicking: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!isTicking) return
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 250)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [isTicking])
  return now
}

interface Ring {
  rest: ReturnType<typeof useRest>
  setId: string
  /** What a notification says. */
  title: string
}

/** Rings once when a rest ends while it is waited for, and keeps the screen awake until then. */
export function useRing({ rest, setId, title }: Ring): void {
  const isWaiting = rest !== null && !rest.isDue
  const isDue = rest?.isDue ?? false
  const [wasWaiting, setWasWaiting] = useState(false)
  useEffect(() => {
    if (isWaiting) setWasWaiting(true)
  }, [isWaiting])
  useEffect(() => {
    if (!isDue || !wasWaiting) return
    setWasWaiting(false)
    chime()
    notify(title, setId)
  }, [isDue, wasWaiting, title, setId])
  useWakeLock(isWaiting)
}

/** A notice where the person allowed it, for a phone that lies on the bench. */
async function notify(title: string, tag: string): Promise<void> {
  const isAllowed = 'Notification' in window && Notification.permission === 'granted'
  if (!isAllowed || document.visibilityState === 'visible') return
  const worker = await navigator.serviceWorker?.getRegistration()
  await worker?.showNotification(title, { tag, icon: '/icon' })
}

/** Keeps the screen awake during a rest; the device may say no. */
function useWakeLock(isWanted: boolean) {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      lock = await navigator.wakeLock.request('screen').catch(() => null)
      if (isOver) lock?.release()
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      lock?.release()
    }
  }, [isWanted])
}
