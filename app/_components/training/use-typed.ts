'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { openStore } from '@/lib/offline/open-store'
import type { TypedSet } from '@/lib/offline/phone-store'

type Typed = Readonly<Record<string, TypedSet>>

interface Message {
  sessionId: string
  setId: string
  typed: TypedSet | null
}

const CHANNEL = 'gym-tracker-typed'

/**
 * What the fields of a workout's sets hold that was not logged yet, by set id. Each keystroke is kept
 * on the phone and shown in the other tabs, so a reload or a closed browser loses none.
 *
 * @param whenKept settles once every change so far is on the phone; what was typed is not forgotten before
 */
export function useTyped(userId: string, sessionId: string, whenKept: () => Promise<unknown>) {
  const [typed, setTyped] = useState<Typed>({})
  const channel = useRef<BroadcastChannel | null>(null)
  /** Sets typed into since the page opened, for which the phone has nothing newer. */
  const known = useRef(new Map<string, TypedSet | null>())

  const show = useCallback((setId: string, entry: TypedSet | null) => {
    known.current.set(setId, entry)
    setTyped(({ [setId]: _, ...others }) => (entry ? { ...others, [setId]: entry } : others))
  }, [])

  useEffect(() => {
    let isOpen = true
    const read = async () => {
      const { store } = await openStore()
      const kept = Object.entries(await store.listTyped(userId, sessionId))
      if (!isOpen) return
      for (const [setId, entry] of kept) if (!known.current.has(setId)) show(setId, entry)
    }
    // A phone that cannot be read has the page's own values.
    read().catch(() => undefined)
    if (typeof BroadcastChannel === 'undefined') return
    channel.current = new BroadcastChannel(CHANNEL)
    channel.current.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.sessionId === sessionId) show(data.setId, data.typed)
    }
    return () => {
      isOpen = false
      channel.current?.close()
    }
  }, [userId, sessionId, show])

  /** Null once the set holds what was typed, or it was taken back. */
  const type = useCallback(
    (setId: string, entry: TypedSet | null) => {
      show(setId, entry)
      channel.current?.postMessage({ sessionId, setId, typed: entry } satisfies Message)
      const keep = async () => {
        if (!entry) await whenKept()
        if (known.current.get(setId) !== entry) return
        const { store } = await openStore()
        await store.keepTyped({ userId, sessionId, setId }, entry)
      }
      // What a full phone does not take stays in its field.
      keep().catch(() => undefined)
    },
    [userId, sessionId, show, whenKept],
  )

  return { typed, type }
}
