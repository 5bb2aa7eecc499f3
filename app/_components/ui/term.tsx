import { Info } from 'lucide-react'
import { type ReactNode, useId } from 'react'

interface TermProps {
  /** The word as it is shown. */
  children: ReactNode
  explanation: string
}

/**
 * A word whose meaning a press tells. The browser itself opens and closes a popover, so that it works
 * without JavaScript, and it lies above the page, so that nothing moves.
 */
export function Term({ children, explanation }: TermProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="relative inline-flex min-h-6 items-center gap-1 underline decoration-dotted underline-offset-4 after:absolute after:-inset-2.5"
      >
        {children}
        <Info aria-hidden size={13} className="flex-none" />
      </button>
      <span
        id={id}
        popover="auto"
        className="inset-auto inset-x-3 bottom-[calc(var(--above-dock)+8px)] mx-auto max-w-md rounded-card border border-line bg-surface p-4 text-base font-normal text-ink shadow-(--lift)"
      >
        {explanation}
      </span>
    </>
  )
}
