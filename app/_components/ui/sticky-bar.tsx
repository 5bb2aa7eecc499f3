import type { ReactNode } from 'react'

/** What saves a long form, always in sight above what lies at the bottom; toasts stand above it. */
export const StickyBar = ({ children }: { children: ReactNode }) => (
  <div
    data-sticky-bar
    className="sticky bottom-(--above-dock) z-[5] -mx-4 flex flex-col gap-2 bg-ground px-4 py-2.5 lg:mx-0 lg:px-0"
  >
    {children}
  </div>
)
