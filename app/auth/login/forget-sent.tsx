'use client'

import { useEffect } from 'react'
import { takeLeaver } from '@/lib/auth/leaver-cookie'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import { countKept, countWaiting } from '@/lib/offline/ask-phone'

/**
 * Once nobody is signed in here, the phone forgets what the server has; what was not sent stays,
 * unless its account was just deleted from here.
 */
export function ForgetSent() {
  useEffect(() => {
    const forget = async () => {
      const leaver = takeLeaver()
      if (readPersonCookie(document.cookie) !== null) return
      const waiting = leaver === null ? 0 : await countWaiting(leaver)
      if (waiting === 0 && (await countKept()) === 0) return
      const { openStore } = await import('@/lib/offline/open-store')
      const { store } = await openStore()
      const entries = leaver === null ? [] : await store.list(leaver)
      await store.remove(entries.map(({ seq }) => seq))
      await store.forgetOthers(null)
    }
    forget().catch(() => {})
  }, [])
  return null
}
