'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'

const PAUSE_MS = 150

/**
 * A GET form whose results follow the typing: after a short pause it moves to the address the
 * form itself would lead to. Inputs stay mounted, so focus and text stay too.
 */
export function LiveSearchForm({ path, children }: { path: string; children: ReactNode }) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // A navigation while an action runs would throw its redirect away: what is pressed goes first.
    const stop = () => clearTimeout(timer.current)
    document.addEventListener('submit', stop, true)
    return () => {
      stop()
      document.removeEventListener('submit', stop, true)
    }
  }, [])

  const follow = (form: HTMLFormElement, pauseMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const params = new URLSearchParams()
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && value.trim() !== '') params.set(name, value)
      }
      startTransition(() => router.replace(`${path}?${params}`, { scroll: false }))
    }, pauseMs)
  }

  return (
    <form
      method="get"
      action={path}
      aria-busy={isPending}
      onChange={(event) => follow(event.currentTarget, PAUSE_MS)}
      onSubmit={(event) => {
        event.preventDefault()
        follow(event.currentTarget, 0)
      }}
      className="flex flex-col gap-2"
    >
      {children}
    </form>
  )
}
