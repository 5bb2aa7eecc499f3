import type { ComponentProps } from 'react'

type Look = 'primary' | 'quiet' | 'tile' | 'danger' | 'toast'
type Size = 'normal' | 'compact'

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110',
  quiet: 'bg-transparent text-ink border-line hover:bg-raised',
  tile: 'bg-tile text-ink border-transparent hover:brightness-95',
  danger: 'bg-transparent text-bad border-line hover:bg-bad-soft',
  toast: 'bg-transparent text-toast-act border-transparent outline-toast-act!',
}
const SIZES: Record<Size, string> = {
  normal: 'min-h-12 px-[18px] rounded-control text-[0.9375rem]',
  compact: 'min-h-11 px-3 rounded-[10px] text-sm',
}

export const buttonStyle = (look: Look, size: Size, extra = ''): string =>
  `inline-flex items-center justify-center gap-2 border font-semibold whitespace-nowrap narrow:whitespace-normal transition-[filter,background-color] duration-100 aria-disabled:opacity-50 disabled:opacity-60 ${LOOKS[look]} ${SIZES[size]} ${extra}`

export interface Dress {
  look?: Look
  size?: Size
}

/** For what must stay small: the link of button.tsx brings Next's router along. */
export function Button({
  look = 'primary',
  size = 'normal',
  className,
  ...rest
}: ComponentProps<'button'> & Dress) {
  return <button type="submit" className={buttonStyle(look, size, className)} {...rest} />
}
