'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { say } from '@/app/_components/training/words'
import { Notice } from '@/app/_components/ui/notice'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import type { Messages } from '@/lib/i18n/messages'
import { countWaiting } from '@/lib/offline/ask-phone'
import type { UnsentWorkout } from '@/lib/offline/send-unsent'

const RETRY_MS = 20_000
const loadOutbox = () => import('@/lib/offline/send-unsent')

/**
 * Sends from any page what a workout has left on this phone, and says what cannot be sent; the
 * training screen, which has a frame of its own, does so by itself. The code for it is loaded only
 * where something waits.
 */
export function UnsentChanges({ words }: { words: Omit<Messages['unsent'], 'signOut'> }) {
  const router = useRouter()
  const [left, setLeft] = useState<readonly UnsentWorkout[]>([])
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined)

  const look = useCallback(async () => {
    clearTimeout(retry.current)
    const person = readPersonCookie(document.cookie)
    const count = person ? await countWaiting(person) : 0
    if (!person || count === 0) return setLeft([])
    // Without a network the code may not come either.
    const sent = await loadOutbox().then(
      ({ sendUnsent }) => sendUnsent(person),
      () => null,
    )
    setLeft(sent?.left ?? [])
    if (sent?.isAnySent) router.refresh()
    clearTimeout(retry.current)
    if (!sent || sent.waits) retry.current = setTimeout(look, RETRY_MS)
  }, [router])

  useEffect(() => {
    const onBack = () => void (document.visibilityState === 'visible' && look())
    onBack()
    window.addEventListener('online', onBack)
    document.addEventListener('visibilitychange', onBack)
    return () => {
      clearTimeout(retry.current)
      window.removeEventListener('online', onBack)
      document.removeEventListener('visibilitychange', onBack)
    }
  }, [look])

  const drop = async (sessionId: string) => {
    const person = readPersonCookie(document.cookie)
    if (person) await (await loadOutbox()).dropUnsent(person, sessionId)
    await look()
  }
  if (left.length === 0) return null
  return (
    <div className="mx-auto mb-4 flex max-w-2xl flex-col gap-2">
      {left.map(({ sessionId, name, count, isGone }) => (
        <Notice key={sessionId} tone="watch">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {say(isGone ? words.gone : count === 1 ? words.one : words.other, {
              ...{ count, name: name ?? words.unnamed },
            })}
          </span>
          {isGone ? (
            <button
              type="button"
              className="min-h-11 font-semibold underline"
              onClick={() => drop(sessionId)}
            >
              {words.drop}
            </button>
          ) : (
            <a className="font-semibold underline" href={`/workout/${sessionId}?unsent=1`}>
              {words.show}
            </a>
          )}
        </Notice>
      ))}
    </div>
  )
}
