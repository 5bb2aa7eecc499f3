'use client'

import { useEffect, useRef } from 'react'

interface Live {
  sessionId: string
  revision: number
  /** Our own changes raise the revision too: while they are on their way nothing is read anew. */
  waits: boolean
  /** Of an exercise that was added here nothing is known of the time before. */
  lacksPast: boolean
  refresh: () => Promise<void>
  setGone: (isGone: boolean) => void
}

/**
 * Follows what other devices do to a workout: the server tells its revision, and a newer one than
 * what is known here is read. Only a window that is looked at listens, since browsers open few
 * connections.
 */
export function useLiveRevision({
  sessionId,
  revision,
  waits,
  lacksPast,
  refresh,
  setGone,
}: Live): void {
  const known = useRef({ revision, waits, told: revision })
  useEffect(() => {
    known.current = { ...known.current, revision, waits }
    if (!waits && (lacksPast || known.current.told > revision)) void refresh()
  }, [revision, waits, lacksPast, refresh])

  useEffect(() => {
    let source: EventSource | null = null
    const onRevision = (event: MessageEvent<string>) => {
      const told: unknown = JSON.parse(event.data).revision
      if (typeof told !== 'number') return
      setGone(told === 0)
      if (told === 0) return
      known.current.told = told
      if (told > known.current.revision && !known.current.waits) void refresh()
    }
    const follow = () => {
      const isSeen = document.visibilityState === 'visible'
      if (!isSeen) {
        source?.close()
        source = null
      } else if (!source || source.readyState === EventSource.CLOSED) {
        source = new EventSource(`/api/sessions/${sessionId}/stream`)
        source.addEventListener('revision', onRevision)
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    addEventListener('online', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      removeEventListener('online', follow)
      source?.close()
    }
  }, [sessionId, refresh, setGone])
}
