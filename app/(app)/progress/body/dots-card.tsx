import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { query } from '@/lib/transport/query'
import { getDots } from '@/lib/use-cases/analytics/get-dots'

/** The DOTS score with what it is made of, or the way to what is missing of it. */
export async function DotsCard() {
  const dots = await query(getDots)({})
  const t = await getTranslations('body.dots')
  const format = await getFormatter()
  const weight = (value: number) =>
    `${format.number(value, { maximumFractionDigits: 1 })} ${dots.unit}`
  const missing = [
    dots.sex === null && { href: '/settings/profile', label: t('noSex') },
    dots.bodyWeight === null && {
      ...{ href: '/progress/body?kind=body_weight', label: t('noBodyWeight') },
    },
    ...dots.lifts.map(
      ({ oneRepMax, exerciseId, name }) =>
        oneRepMax === null && { href: `/exercises/${exerciseId}`, label: t('noLift', { name }) },
    ),
  ].filter((step) => step !== false)
  return (
    <Card className="flex flex-col gap-2 p-4" aria-labelledby="dots">
      <h2 id="dots" className="text-[1.0625rem] font-semibold">
        {t('title')}
      </h2>
      {dots.score === null ? (
        <p className="text-soft">{t('missing')}</p>
      ) : (
        <p className="fig text-[2.5rem] leading-none">
          {format.number(dots.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        </p>
      )}
      <ul className="flex flex-col">
        {missing.map(({ href, label }) => (
          <li key={label}>
            <Link
              href={href as '/settings/profile'}
              className="flex min-h-11 items-center font-medium text-accent"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <dl className="divide-y divide-line">
        {dots.lifts.map(({ slug, name, oneRepMax }) =>
          oneRepMax === null ? null : <Line key={slug} name={name} value={weight(oneRepMax)} />,
        )}
        {dots.total === null ? null : <Line name={t('total')} value={weight(dots.total)} />}
        {dots.bodyWeight === null ? null : (
          <Line name={t('bodyWeight')} value={weight(dots.bodyWeight)} />
        )}
      </dl>
      <p className="text-[0.8125rem] text-soft">{t('about')}</p>
    </Card>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-3 py-2">
      <dt className="text-soft">{name}</dt>
      <dd className="fig text-lg">{value}</dd>
    </div>
  )
}
