import type { ReactNode } from 'react'
import { Card } from '@/app/_components/ui/card'

/** Cards below each other, on a wide screen in two columns that are read one after the other. */
export const SETTINGS_COLUMNS =
  'flex flex-col gap-5 xl:block xl:columns-2 xl:gap-5 xl:*:mb-5 xl:*:break-inside-avoid'

/** One matter of the settings: what it is, a line about it, and its form. */
export function SettingsCard(props: {
  /** For links that lead right to it. */
  id?: string
  title: string
  about?: string
  children: ReactNode
}) {
  const { id, title, about, children } = props
  return (
    <Card id={id} className="flex flex-col gap-4 p-4 sm:p-5">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {about ? <p className="text-[0.8125rem] text-soft wrap-anywhere">{about}</p> : null}
      </div>
      {children}
    </Card>
  )
}
