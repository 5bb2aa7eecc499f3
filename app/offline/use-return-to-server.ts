import { useEffect } from 'react'
import { nextReturn, type Return } from './return-pace'

const LOOK_EVERY_MS = 15_000
/** As long as the service worker waits for a page. */
const PATIENCE_MS = 2500
const KEY = 'gym-tracker.return'

/** Loads the page that was asked for as soon as the server answers, but under nobody's hands. */
export function useReturnToServer(): void {
  useEffect(() => {
    const look = async () => {
      const next = nextReturn(readLast(), Date.now())
      if (!next || isBusy() || !(await isPageThere()) || isBusy()) return
      sessionStorage.setItem(KEY, JSON.stringify(next))
      // Under its own address there is no page behind this one.
      if (location.pathname === '/offline') location.replace('/dashboard')
      else location.reload()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    window.addEventListener('online', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', look)
    }
  }, [])
}

function readLast(): Return | null {
  const { at, waitMs } = Object(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'))
  return typeof at === 'number' && typeof waitMs === 'number' ? { at, waitMs } : null
}

/** Something is being typed or answered. */
function isBusy(): boolean {
  const fields = 'input, select, textarea, [contenteditable]'
  return Boolean(document.activeElement?.matches(fields) || document.querySelector('dialog[open]'))
}

/** A server that says it is well may still be too slow for the page. */
const isPageThere = async (): Promise<boolean> =>
  (await answers('/api/health')) && (await answers(location.href))

async function answers(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const asked = fetch(address, { method: 'HEAD', cache: 'no-store', signal })
  const status = await asked.then((answer) => answer.status).catch(() => null)
  return status !== null && status < 500
}
