'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { PlaceLinkProps } from './place-bars'

/** A link that says where the reader is: on its page, or somewhere below it. */
export function NavLink({ href, alsoAt = [], className, children }: PlaceLinkProps) {
  const path = usePathname()
  const isHere = [href, ...alsoAt].some((place) => path === place || path.startsWith(`${place}/`))
  const link = useRef<HTMLAnchorElement>(null)
  // A bar that scrolls sideways would open at its first place; `scrollIntoView` moves the page too.
  useEffect(() => {
    const bar = link.current?.parentElement
    if (!isHere || !link.current || !bar || bar.scrollWidth <= bar.clientWidth) return
    bar.scrollLeft = link.current.offsetLeft - (bar.clientWidth - link.current.offsetWidth) / 2
  }, [isHere])
  return (
    <Link
      ref={link}
      href={href}
      className={className}
      aria-current={path === href ? 'page' : isHere ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
