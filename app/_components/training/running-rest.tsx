'use client'

import { useEffect, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import type { Rest } from '@/lib/domain/training/set-order'
import { formatDuration } from '@/lib/domain/typed-number'
import { deviceStorage } from '@/lib/offline/device-storage'
import { chime } from './chime'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** What was done to a rest; kept on the device, so that a reload goes on with it. */
interface Adjusted {
  setId: string
  extraSeconds: number
  pausedAt: number | null
  isOver: boolean
}

const STEP = 15
/** One place for whichever rest was last, so that nothing piles up. */
const ADJUSTED = 'rest'
const fresh = (setId: string): Adjusted => ({
  ...{ setId, extraSeconds: 0, pausedAt: null, isOver: false },
})

/** Counts down, rings, and keeps the screen awake until then. */
export function RunningRest({ rest }: { rest: Rest }) {
  const { train } = useSharedTraining().words
  const [adjusted, change] = useAdjusted(rest.setId)
  const now = useNow(adjusted !== null && adjusted.pausedAt === null && !adjusted.isOver)
  const total = rest.seconds + (adjusted?.extraSeconds ?? 0)
  const at = adjusted?.pausedAt ?? now
  const left = at === null ? null : Math.ceil(total - (at - Date.parse(rest.since)) / 1000)
  const isDue = left !== null && left <= 0
  const isRunning = adjusted !== null && !adjusted.isOver && left !== null
  useRing({ isDue, isRunning, setId: rest.setId })
  useWakeLock(isRunning && !isDue)
  // A rest that ended long ago is of no interest to somebody who comes back.
  if (!isRunning || left < -60) return null
  const pause = () => {
    if (adjusted.pausedAt === null) return change({ ...adjusted, pausedAt: Date.now() })
    const paused = (Date.now() - adjusted.pausedAt) / 1000
    change({ ...adjusted, pausedAt: null, extraSeconds: adjusted.extraSeconds + paused })
  }
  const add = (seconds: number) =>
    change({ ...adjusted, extraSeconds: adjusted.extraSeconds + seconds })
  return (
    <Card
      className="fixed inset-x-2 bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 mx-auto flex max-w-2xl items-center gap-2.5 px-3 py-2 shadow-lg lg:bottom-3 lg:left-[calc(208px+0.5rem)]"
      aria-label={say(train.timer.rest, { time: formatDuration(total) })}
    >
      <p className={`fig text-[34px] leading-none ${isDue ? 'text-good' : ''}`} role="timer">
        {formatDuration(Math.max(0, left))}
      </p>
      <div className="min-w-0 flex-1">
        <div className="h-1.5 overflow-hidden rounded-full bg-line">
          <div
            className={`h-full ${isDue ? 'bg-good' : 'bg-accent'}`}
            style={{ width: `${Math.min(100, Math.max(0, (left / Math.max(1, total)) * 100))}%` }}
          />
        </div>
        <p className="mt-1 truncate text-[13px] text-soft" aria-live="polite">
          {isDue ? train.timer.over : say(train.timer.rest, { time: formatDuration(total) })}
        </p>
        <AskToRing />
      </div>
      <div className="flex gap-1">
        <Small name={train.timer.less} onClick={() => add(-STEP)}>
          −15
        </Small>
        <Small name={train.timer.more} onClick={() => add(STEP)}>
          +15
        </Small>
        <Small
          name={adjusted.pausedAt === null ? train.timer.pause : train.timer.resume}
          onClick={pause}
        >
          {adjusted.pausedAt === null ? '❚❚' : '▶'}
        </Small>
        <Small name={train.timer.skip} onClick={() => change({ ...adjusted, isOver: true })}>
          ✕
        </Small>
      </div>
    </Card>
  )
}

/** A phone that lies on the bench with another app in front can still be rung, where it may. */
function AskToRing() {
  const { train } = useSharedTraining().words
  const [canAsk, setCanAsk] = useState(false)
  useEffect(() => {
    setCanAsk('Notification' in window && Notification.permission === 'default')
  }, [])
  if (!canAsk) return null
  return (
    <button
      type="button"
      className="block truncate text-[13px] font-semibold text-accent"
      onClick={async () => {
        await Notification.requestPermission()
        setCanAsk(false)
      }}
    >
      {train.timer.sound}
    </button>
  )
}

function Small({
  name,
  onClick,
  children,
}: {
  name: string
  onClick: () => void
  children: string
}) {
  return (
    <Button
      type="button"
      look="quiet"
      size="compact"
      className="fig w-11 px-0!"
      aria-label={name}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

/** Null until the device was asked. */
function useAdjusted(setId: string) {
  const [adjusted, setAdjusted] = useState<Adjusted | null>(null)
  useEffect(() => {
    setAdjusted(readAdjusted(setId))
  }, [setId])
  const change = (to: Adjusted) => {
    deviceStorage.set(ADJUSTED, JSON.stringify(to))
    setAdjusted(to)
  }
  return [adjusted, change] as const
}

function readAdjusted(setId: string): Adjusted {
  try {
    const kept: Partial<Adjusted> = JSON.parse(deviceStorage.get(ADJUSTED) ?? '{}')
    return kept.setId === setId ? { ...fresh(setId), ...kept } : fresh(setId)
  } catch {
    return fresh(setId)
  }
}

function useNow(isTicking: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!isTicking) return
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}

/** Rings once when a rest ends while it is looked at or waited for, not when it ended long ago. */
function useRing({
  isDue,
  isRunning,
  setId,
}: {
  isDue: boolean
  isRunning: boolean
  setId: string
}) {
  const { train } = useSharedTraining().words
  const [wasRunning, setWasRunning] = useState(false)
  useEffect(() => {
    if (isRunning && !isDue) setWasRunning(true)
  }, [isRunning, isDue])
  useEffect(() => {
    if (!isDue || !wasRunning) return
    setWasRunning(false)
    chime()
    notify(train.timer.done, setId)
  }, [isDue, wasRunning, train, setId])
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
