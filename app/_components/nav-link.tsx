'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { PlaceLinkProps } from './place-bars'

/** A link that says where the reader is: on its page, or somewhere below it. */
export function NavLink({ href, alsoAt = [], className, children }: PlaceLinkProps) {
  const path = usePathname()
  const isHere = [href, ...alsoAt].some((place) => path === place || path.startsWith(`${place}/`))
  return (
    <Link
      href={href}
      className={className}
      aria-current={path === href ? 'page' : isHere ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
