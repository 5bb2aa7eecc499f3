import type { ComponentProps } from 'react'

export function Card({ className = '', ...rest }: ComponentProps<'section'>) {
  return <section className={`rounded-card border border-line bg-surface ${className}`} {...rest} />
}

/** What a list shows while it has nothing: a sentence and the next step. */
export function EmptyState({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <Card className="flex flex-col items-center gap-4 px-5 py-10 text-center">
      <p className="max-w-prose text-soft">{title}</p>
      {children}
    </Card>
  )
}
