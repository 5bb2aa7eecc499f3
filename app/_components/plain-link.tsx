import type { PlaceLinkProps } from './place-bars'

/** A way to a place for pages that do without Next's router, of which a link brings 5 kB along. */
export const plainLink =
  (currentHref: string | null) =>
  ({ href, className, children }: PlaceLinkProps) => (
    <a href={href} className={className} aria-current={href === currentHref ? 'page' : undefined}>
      {children}
    </a>
  )
