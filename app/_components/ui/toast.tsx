'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'

/** How long a toast stays; it waits while a person points at it or has the focus in it. */
export const TOAST_MS = 8000

interface ToastProps {
  /** A sentence and, where there is one, the one thing that can be done about it. */
  children: ReactNode
  /** How much of its time was over before it was shown. */
  sinceMs?: number
  /** Whether a page places it itself, instead of above what lies at the bottom. */
  isInFlow?: boolean
}

/**
 * Says what just happened and offers the way back, at thumb height. Tab leads to its button or link
 * first, and Escape closes it. Without JavaScript it stays in the page as a notice.
 */
export function Toast({ children, sinceMs = 0, isInFlow = false }: ToastProps) {
  const [isOver, setOver] = useState(false)
  const toast = useRef<HTMLDivElement>(null)
  const close = useCallback(() => setOver(true), [])
  useToastKeys(toast, close)
  if (isOver) return null
  return (
    <div className={isInFlow ? '' : TOAST_PLACE} data-toast={isInFlow ? undefined : ''}>
      <div
        ref={toast}
        role="status"
        // A press must not take the focus: the keys of a field would go and move the toast under the finger.
        onPointerDown={(event) => event.preventDefault()}
        className="group pointer-events-auto relative mx-auto flex min-h-13 max-w-2xl items-center justify-between gap-2 overflow-hidden rounded-[13px] bg-toast py-1 pr-1 pl-4 text-[min(0.9375rem,22px)] leading-snug text-on-toast shadow-(--lift) motion-safe:animate-[slide-in_120ms_ease-out]"
      >
        {children}
        <span
          data-clock
          aria-hidden
          onAnimationEnd={close}
          style={{ animationDelay: `-${sinceMs}ms`, animationDuration: `${TOAST_MS}ms` }}
          className="absolute inset-x-0 bottom-0 h-0.5 origin-left animate-[run-out_linear_forwards] bg-toast-act group-focus-within:[animation-play-state:paused] motion-reduce:opacity-0 noscript:hidden group-hover:[animation-play-state:paused]"
        />
      </div>
    </div>
  )
}

/** What came of a form, once for each answer; an answer of the same words is a new toast too. */
export function AnswerToast({ answer, children }: { answer: unknown; children: ReactNode }) {
  const [shown, setShown] = useState({ answer, count: 0 })
  if (answer !== shown.answer) setShown({ answer, count: shown.count + 1 })
  return answer ? <Toast key={shown.count}>{children}</Toast> : null
}

const TOAST_PLACE =
  'pointer-events-none fixed inset-x-3 bottom-[calc(var(--above-dock)+var(--sticky-bar,0px)+8px)] z-20 lg:left-[220px] noscript:static'

const FIELDS = 'input, textarea, select, [contenteditable]'

/**
 * Leads the first Tab to the button or link, since what was just pressed may be far away or gone, and gives
 * the focus back at the end; Escape closes.
 */
function useToastKeys(toast: { current: HTMLElement | null }, close: () => void) {
  useEffect(() => {
    let before: Element | null = null
    const left = new AbortController()
    const onKey = (event: KeyboardEvent) => {
      const at = document.activeElement
      const isInside = toast.current?.contains(at) ?? false
      if (event.key === 'Escape' && isInside) return close()
      if (event.key !== 'Tab' || event.shiftKey || before || isInside || at?.matches(FIELDS)) return
      const act = toast.current?.querySelector<HTMLElement>('button, a[href]')
      if (!act) return
      event.preventDefault()
      before = at
      act.focus()
    }
    document.addEventListener('keydown', onKey, { signal: left.signal })
    return () => {
      left.abort()
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true })
    }
  }, [toast, close])
}
