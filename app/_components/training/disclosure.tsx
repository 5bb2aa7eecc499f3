'use client'

import { type ReactNode, Suspense, useState } from 'react'

interface DisclosureProps {
  name: string
  sign: string
  /** Where its button stands in the card. */
  place: string
  className?: string
  isOpenAtFirst?: boolean | undefined
  /** What a browser without JavaScript gets; null in every other. */
  plain: ReactNode
  /** The same, drawn once it is opened. */
  children: ReactNode
}

/**
 * Something behind a button of a card. Its parts are many and seldom looked at, so that with
 * JavaScript they are drawn, and loaded, when they are.
 */
export function Disclosure({
  name,
  sign,
  place,
  className,
  isOpenAtFirst,
  plain,
  children,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className={className}
      open={isOpenAtFirst}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary
        className={`absolute top-2 grid size-11 list-none place-items-center rounded-[10px] border border-line font-semibold text-soft ${place}`}
      >
        <span aria-hidden>{sign}</span>
        <span className="sr-only">{name}</span>
      </summary>
      <noscript>{plain}</noscript>
      {isOpen ? <Suspense>{children}</Suspense> : null}
    </details>
  )
}
