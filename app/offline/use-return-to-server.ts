import { useEffect } from 'react'
import { readPersonCookie } from '@/lib/auth/person-cookie'
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
      await sendFirst()
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

/** Sends waiting changes before the reload, because the page would not show them otherwise. */
async function sendFirst(): Promise<void> {
  const person = readPersonCookie(document.cookie)
  if (!person) return
  const sending = import('@/lib/offline/send-unsent').then(({ sendUnsent }) => sendUnsent(person))
  const enough = new Promise((later) => setTimeout(later, PATIENCE_MS))
  await Promise.race([sending, enough]).catch(() => undefined)
}

function readLast(): Return | null {
  const { at, waitMs } = Object(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'))
  return typeof at === 'number' && typeof waitMs === 'number' ? { at, waitMs } : null
}

const FIELDS = 'input, select, textarea'
/** A question, or what has to be typed once more. */
const OPEN = 'dialog[open], [data-is=asked], [aria-invalid=true]'

/** Something is being typed or answered, or was typed and is kept nowhere. */
function isBusy(): boolean {
  const isAsked = document.activeElement?.matches(FIELDS) || document.querySelector(OPEN)
  const typed = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  // What would ask somebody to stay is not left without somebody.
  const mayLeave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  return Boolean(isAsked) || [...typed].some(isChanged) || !mayLeave()
}

const isChanged = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
  field.value !== field.defaultValue ||
  (field instanceof HTMLInputElement && field.checked !== field.defaultChecked)

/** A server that says it is well may still be too slow for the page. */
const isPageThere = async (): Promise<boolean> =>
  (await answers('/api/health')) && (await answers(location.href))

async function answers(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const asked = fetch(address, { method: 'HEAD', cache: 'no-store', signal })
  const status = await asked.then((answer) => answer.status).catch(() => null)
  // A workout that was started on this phone has no page before the server knows of it.
  return status !== null && status < 500 && status !== 404
}
