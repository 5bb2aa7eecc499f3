'use client'

import type { ReactNode } from 'react'
import { useMeasured } from './use-measured'

/** The bar at thumb height: above the navigation of a phone, in the column of a wide page. */
export function Dock({ children }: { children: ReactNode }) {
  const bar = useMeasured<HTMLDivElement>('--dock')
  return (
    <div
      ref={bar}
      data-dock
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--nav)+var(--keyboard,0px))] z-10 lg:left-[208px] lg:px-8"
    >
      <div className="@container pointer-events-auto relative mx-auto border-t bg-surface empty:hidden lg:max-w-2xl lg:rounded-t-card lg:border-x">
        {children}
      </div>
    </div>
  )
}

/** How much of a rest is left, as a line along the top of the dock. */
export const DockLine = ({ share, isGood = false }: { share: number; isGood?: boolean }) => (
  <span
    aria-hidden
    className={`absolute inset-x-0 -top-px h-[3px] origin-left transition-transform duration-250 ease-linear ${isGood ? 'bg-good' : 'bg-accent'}`}
    style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
  />
)
