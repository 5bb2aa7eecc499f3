import { useEffect } from 'react'
import type { Flushed } from '@/lib/offline/outbox'

const RETRY_MS = [2000, 5000, 10_000, 20_000]

/** Tries again when the network may be back, and now and then, since browsers do not know it well. */
export function useRetries({ waits, flush }: { waits: boolean; flush: () => Promise<Flushed> }) {
  useEffect(() => {
    const onBack = () => void (document.visibilityState === 'visible' && flush())
    addEventListener('online', onBack)
    document.addEventListener('visibilitychange', onBack)
    return () => {
      removeEventListener('online', onBack)
      document.removeEventListener('visibilitychange', onBack)
    }
  }, [flush])
  useEffect(() => {
    if (!waits) return
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const later = () => {
      clearTimeout(timer)
      const wait = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]
      const own = setTimeout(async () => {
        await flush()
        if (!isOver && timer === own) later()
      }, wait)
      timer = own
    }
    const restart = () => {
      tries = 0
      later()
    }
    later()
    addEventListener('online', restart)
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', restart)
    }
  }, [waits, flush])
}
