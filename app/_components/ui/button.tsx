import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonStyle, type Dress } from './plain-button'

export { Button } from './plain-button'

export function ButtonLink({
  look = 'primary',
  size = 'normal',
  className,
  ...rest
}: ComponentProps<typeof Link> & Dress) {
  return <Link className={buttonStyle(look, size, className)} {...rest} />
}
