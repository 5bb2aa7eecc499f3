import { ButtonLink } from './ui/button'

type Step = { href: string; label: string } | null | false

/** The ways to the pages before and after; nothing where there is one page. */
export function Pager({ back, on }: { back: Step; on: Step }) {
  if (!back && !on) return null
  return (
    <div className="flex flex-wrap justify-between gap-2">
      {back ? (
        <ButtonLink look="quiet" href={back.href}>
          {back.label}
        </ButtonLink>
      ) : null}
      {on ? (
        <ButtonLink look="quiet" className="ml-auto" href={on.href}>
          {on.label}
        </ButtonLink>
      ) : null}
    </div>
  )
}
