'use client'

import { useEffect } from 'react'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import { countKept } from '@/lib/offline/ask-phone'

/** Once nobody is signed in here, the phone forgets what the server has; what was not sent stays. */
export function ForgetSent() {
  useEffect(() => {
    const forget = async () => {
      if (readPersonCookie(document.cookie) !== null || (await countKept()) === 0) return
      const { openStore } = await import('@/lib/offline/open-store')
      const { store } = await openStore()
      await store.forgetOthers(null)
    }
    forget().catch(() => {})
  }, [])
  return null
}
