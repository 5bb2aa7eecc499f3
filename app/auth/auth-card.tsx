import type { ReactNode } from 'react'
import { Card } from '@/app/_components/ui/card'

/** The one shape of every account screen: a title, a line, a form, and where else to go. */
export function AuthCard(props: {
  title: string
  lead?: string
  children: ReactNode
  footer?: ReactNode
}) {
  const { title, lead, children, footer } = props
  return (
    <>
      <Card className="flex flex-col gap-5 p-5 sm:p-6">
        <div>
          <h1 className="text-[1.375rem] font-bold">{title}</h1>
          {lead ? <p className="mt-1 text-soft">{lead}</p> : null}
        </div>
        {children}
      </Card>
      {footer ? (
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm">{footer}</div>
      ) : null}
    </>
  )
}

export const LINK =
  'inline-flex min-h-6 items-center font-semibold text-accent underline underline-offset-4'
