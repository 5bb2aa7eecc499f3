'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

interface FoldProps {
  /** Says what is inside, or what it is set to. */
  title: ReactNode
  isOpen: boolean
  className?: string
  children: ReactNode
}

/** Rarely used fields behind a row that opens them; all of the row is the target. */
export function Fold({ title, isOpen, className = '', children }: FoldProps) {
  return (
    <details
      className={`group/fold rounded-[10px] border border-line bg-surface ${className}`}
      open={isOpen}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 px-3 py-1.5 text-sm font-semibold hover:bg-ground [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 wrap-anywhere">{title}</span>
        <ChevronDown
          aria-hidden
          size={18}
          className="flex-none text-soft group-open/fold:rotate-180"
        />
      </summary>
      <div className="p-3 pt-1">{children}</div>
    </details>
  )
}
