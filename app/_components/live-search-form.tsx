'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { Fragment, type ReactNode, useEffect, useRef, useState, useTransition } from 'react'

const PAUSE_MS = 150

/**
 * A GET form whose results follow the typing: after a short pause it moves to the address the
 * form itself would lead to. Inputs stay mounted while a person types, so focus and text stay too;
 * when a link or the back button changes the search, they start over from what the address says.
 */
export function LiveSearchForm({ path, children }: { path: string; children: ReactNode }) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const { fieldsKey, onTyped, onAsked } = useFieldsKey(children)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // A search that starts after a press would replace where the press leads, so the press goes first.
    const stop = () => clearTimeout(timer.current)
    const stopAtLink = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href]')) stop()
    }
    document.addEventListener('submit', stop, true)
    document.addEventListener('click', stopAtLink, true)
    return () => {
      stop()
      document.removeEventListener('submit', stop, true)
      document.removeEventListener('click', stopAtLink, true)
    }
  }, [])

  const follow = (form: HTMLFormElement, pauseMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const params = new URLSearchParams()
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && value.trim() !== '') params.set(name, value)
      }
      onAsked(params.toString())
      startTransition(() => router.replace(`${path}?${params}`, { scroll: false }))
    }, pauseMs)
  }

  return (
    <form
      method="get"
      action={path}
      aria-busy={isPending}
      onChange={(event) => {
        onTyped()
        follow(event.currentTarget, PAUSE_MS)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        follow(event.currentTarget, 0)
      }}
      className="flex flex-col gap-2"
    >
      <Fragment key={fieldsKey}>{children}</Fragment>
    </form>
  )
}

/**
 * A key that changes when the address gets a search that the form did not ask for. What the form asked
 * for may arrive late, while the person is already typing the next words.
 */
function useFieldsKey(fields: ReactNode) {
  const search = useSearchParams().toString()
  const [asked, setAsked] = useState<readonly string[]>([])
  const [shown, setShown] = useState({ search, fields, fieldsKey: 0, isFromElsewhere: false })
  if (search !== shown.search || fields !== shown.fields) {
    const at = asked.lastIndexOf(search)
    // The fields of the new search may come a moment after its address, so they start over again then.
    const isFromElsewhere = search === shown.search ? shown.isFromElsewhere : at < 0
    const fieldsKey = isFromElsewhere ? shown.fieldsKey + 1 : shown.fieldsKey
    if (search !== shown.search) setAsked(at < 0 ? [] : asked.slice(at + 1))
    setShown({ search, fields, fieldsKey, isFromElsewhere })
  }
  return {
    fieldsKey: shown.fieldsKey,
    /** From now on the fields say more than the address. */
    onTyped: () => setShown((now) => ({ ...now, isFromElsewhere: false })),
    onAsked: (next: string) => setAsked((before) => [...before, next]),
  }
}
