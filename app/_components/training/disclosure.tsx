'use client'

import { type ReactNode, Suspense, useRef, useState } from 'react'

interface DisclosureProps {
  name: string
  /** What a browser without JavaScript gets; null in every other. */
  plain: ReactNode
  isOpenAtFirst?: boolean | undefined
  /** The same as a sheet, rendered once it is opened. */
  children: (close: () => void) => ReactNode
}

/**
 * The menu of a card. Without JavaScript it opens in the card; with it a sheet does, whose code is
 * loaded with the first press.
 */
export function Disclosure({ name, plain, isOpenAtFirst, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => details.current?.removeAttribute('open')
  return (
    <details
      ref={details}
      className="open:basis-full"
      open={isOpenAtFirst}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="absolute top-1.5 right-1.5 grid size-11 list-none place-items-center rounded-[10px] text-xl font-semibold text-soft">
        <span aria-hidden>⋯</span>
        <span className="sr-only">{name}</span>
      </summary>
      <noscript>{plain}</noscript>
      {isOpen ? <Suspense>{children(close)}</Suspense> : null}
    </details>
  )
}
