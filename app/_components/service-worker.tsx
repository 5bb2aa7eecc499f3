'use client'

import { useEffect } from 'react'

/**
 * Has the phone keep what opens a workout without a network. Without https, in a private window or in
 * development there is none, and everything else works as ever.
 */
export function ServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  }, [])
  return null
}
