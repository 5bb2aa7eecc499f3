import type { ReactNode } from 'react'

const TONES = {
  good: 'bg-good-soft text-good',
  watch: 'bg-watch-soft text-watch',
  bad: 'bg-bad-soft text-bad',
  plain: 'bg-accent-soft text-ink',
} as const

/** A message about what just happened; `bad` interrupts a screen reader, the others wait. */
export function Notice({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex scroll-my-4 flex-wrap items-center justify-between gap-3 rounded-control px-4 py-3 text-sm font-medium ${TONES[tone]}`}
    >
      {children}
    </div>
  )
}
