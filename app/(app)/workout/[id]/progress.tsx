'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { ButtonLink } from '@/app/_components/ui/button'

interface Progress {
  done: number
  total: number
  /** The set to do next, in the order of the workout; null when all are done. */
  nextSetId: string | null
  mark: (setId: string, isCompleted: boolean) => void
  /** Remembers a save that is on its way; it must not reject. */
  track: (save: Promise<void>) => void
  /** Null when every save has been answered. */
  findPending: () => Promise<unknown> | null
}

const ProgressContext = createContext<Progress>({
  ...{ done: 0, total: 0, nextSetId: null },
  ...{ mark: () => {}, track: () => {}, findPending: () => null },
})
export const useProgress = () => useContext(ProgressContext)

/**
 * How far the workout is: as the page was drawn, and what was saved in place since. Whoever leaves
 * while a save is on its way is asked by the browser.
 */
export function ProgressProvider({
  sets,
  children,
}: {
  sets: readonly { id: string; isCompleted: boolean }[]
  children: ReactNode
}) {
  const [saved, setSaved] = useState<Record<string, boolean>>({})
  const pending = useRef(new Set<Promise<void>>())
  useEffect(() => {
    const askToStay = (event: BeforeUnloadEvent) => {
      if (pending.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', askToStay)
    return () => window.removeEventListener('beforeunload', askToStay)
  }, [])
  const isDone = (set: { id: string; isCompleted: boolean }) => saved[set.id] ?? set.isCompleted
  return (
    <ProgressContext
      value={{
        done: sets.filter(isDone).length,
        total: sets.length,
        nextSetId: sets.find((set) => !isDone(set))?.id ?? null,
        mark: (setId, isCompleted) => setSaved((known) => ({ ...known, [setId]: isCompleted })),
        track: (save) => {
          pending.current.add(save)
          save.then(() => pending.current.delete(save))
        },
        findPending: () => (pending.current.size > 0 ? Promise.all(pending.current) : null),
      }}
    >
      {children}
    </ProgressContext>
  )
}

export function SetsDone() {
  const { done, total } = useProgress()
  const t = useTranslations('workout')
  return <span className="text-[15px] text-soft">· {t('setsDone', { done, total })}</span>
}

/** Leads to the summary, after what was pressed a moment ago is saved: it counts there. */
export function FinishLink({ href, children }: { href: string; children: ReactNode }) {
  const { findPending } = useProgress()
  const router = useRouter()
  return (
    <ButtonLink
      href={href}
      size="compact"
      prefetch={false}
      onClick={(event) => {
        const pending = findPending()
        if (!pending) return
        event.preventDefault()
        pending.then(() => router.push(href))
      }}
    >
      {children}
    </ButtonLink>
  )
}
