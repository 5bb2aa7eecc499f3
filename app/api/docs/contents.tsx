import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import type { Described } from './page'

/** Where everything is: beside the text where there is room, above it and folded on a phone. */
export async function Contents({
  areas,
}: {
  areas: readonly { name: string; operations: readonly Described[] }[]
}) {
  const t = await getTranslations('api')
  const links = [
    { href: '#guide', text: t('guide') },
    ...areas.map(({ name, operations }) => ({
      ...{ href: `#${name}`, text: name, count: operations.length },
    })),
    { href: '#schemas', text: t('schema.title') },
  ]
  return (
    <>
      <Card className="lg:hidden">
        <details>
          <summary className="flex min-h-12 items-center px-4 font-semibold">
            {t('contents')}
          </summary>
          <Links label={t('contents')} links={links} className="px-2 pb-2" />
        </details>
      </Card>
      <aside className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto lg:block">
        <Links label={t('contents')} links={links} />
      </aside>
    </>
  )
}

function Links({
  label,
  links,
  className = '',
}: {
  label: string
  links: readonly { href: string; text: string; count?: number }[]
  className?: string
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul>
        {links.map(({ href, text, count }) => (
          <li key={href}>
            <a
              href={href}
              className="flex min-h-11 items-center justify-between rounded-control px-2 font-medium hover:bg-raised lg:min-h-9"
            >
              <span className="inline-block first-letter:uppercase">{text}</span>
              {count === undefined ? null : <span className="fig text-soft">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
