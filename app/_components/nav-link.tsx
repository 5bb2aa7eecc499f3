'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface NavLinkProps {
  href: string
  alsoAt?: readonly string[] | undefined
  className: string
  children: ReactNode
}

/** A link that says where the reader is: on its page, or somewhere below it. */
export function NavLink({ href, alsoAt = [], className, children }: NavLinkProps) {
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
