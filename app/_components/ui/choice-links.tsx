import Link, { type LinkProps } from 'next/link'

interface Choice {
  href: LinkProps<string>['href']
  label: string
  isChosen: boolean
}

/** One of few views of the same page, as links side by side. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1 narrow:flex-col rounded-control border border-line bg-surface p-1">
        {choices.map(({ href, label: name, isChosen }) => (
          <li key={name} className="flex-1">
            <Link
              href={href}
              scroll={false}
              aria-current={isChosen ? 'page' : undefined}
              className="flex min-h-11 items-center justify-center rounded-[9px] px-2 text-center text-sm font-semibold text-soft hover:bg-ground aria-[current]:bg-accent-soft aria-[current]:text-accent"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
