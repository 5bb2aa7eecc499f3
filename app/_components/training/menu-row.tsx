'use client'

import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

interface RowProps {
  icon: LucideIcon
  children: ReactNode
  /** What holds now, at the end of the row. */
  value?: ReactNode
}

const ROW =
  'flex min-h-[50px] w-full items-center gap-3.5 px-4 py-1.5 text-left text-base font-medium aria-disabled:opacity-50'

function Inside({ icon: Icon, children, value }: RowProps) {
  return (
    <>
      <Icon aria-hidden className="size-5 flex-none" />
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      {value ? <span className="max-w-1/2 text-sm font-normal text-soft">{value}</span> : null}
    </>
  )
}

/** A row of a menu that submits the form around it. */
export function MenuButton({
  icon,
  value,
  children,
  isDanger = false,
  ...rest
}: RowProps & { isDanger?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      className={`${ROW} ${isDanger ? 'text-bad hover:bg-bad-soft' : 'text-ink hover:bg-raised'}`}
      {...rest}
    >
      <Inside {...{ icon, value }}>{children}</Inside>
    </button>
  )
}

/** A row that shows more below itself, without JavaScript too. */
export function MenuFold({
  icon,
  label,
  value,
  isOpen,
  children,
}: Omit<RowProps, 'children'> & {
  label: string
  isOpen?: boolean | undefined
  children: ReactNode
}) {
  return (
    <details
      open={isOpen}
      // Clear of the title of the sheet, which stays on top.
      className="scroll-mt-16"
      onToggle={({ currentTarget }) =>
        currentTarget.open && currentTarget.scrollIntoView({ block: 'nearest' })
      }
    >
      <summary className={`${ROW} list-none hover:bg-raised`}>
        <Inside {...{ icon, value }}>{label}</Inside>
      </summary>
      <div className="px-4 pt-1 pb-3">{children}</div>
    </details>
  )
}

export const MENU_LINK = `${ROW} text-ink hover:bg-raised`
export const MenuLine = () => <hr className="my-1 border-line" />
/** The icon and the words of a row that is a link. */
export const MenuLabel = Inside
