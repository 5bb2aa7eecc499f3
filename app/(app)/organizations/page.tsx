import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { listMyGyms } from '@/lib/use-cases/gyms/read-gyms'
import { listMyInvitations } from '@/lib/use-cases/gyms/received-invitations'
import { AnswerInvitation } from './answer-invitation'
import { NewGymForm } from './new-gym-form'
import { NoticeOf } from './notice-of'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gyms'))('title') }
}

/** The gyms one is in, those one is asked into, and the way to open one. */
export default async function GymsPage({ searchParams }: PageProps<'/organizations'>) {
  const { notice } = await searchParams
  const t = await getTranslations('gyms')
  const words = { name: t('new.name'), hint: t('new.hint'), submit: t('new.submit') }
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <div>
        <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      <NoticeOf name={notice} />
      <Received />
      <Mine />
      <Card className="flex flex-col gap-4 p-4 sm:p-5" aria-labelledby="new-gym">
        <h2 id="new-gym" className="font-semibold">
          {t('new.title')}
        </h2>
        <NewGymForm words={words} />
      </Card>
    </div>
  )
}

async function Received() {
  const { timeZone } = await requireAuth()
  const { invitations } = await query(listMyInvitations)({})
  if (invitations.length === 0) return null
  const t = await getTranslations('gyms.received')
  const format = await getFormatter()
  return (
    <section className="flex flex-col gap-2" aria-labelledby="received">
      <h2 id="received" className="text-lg font-bold">
        {t('title')}
      </h2>
      <ul className="flex flex-col gap-2">
        {invitations.map(({ id, gymName, role, invitedBy: name, expiresAt }) => (
          <li key={id}>
            <Card className="flex flex-col gap-3 border-accent p-4">
              <div>
                <h3 className="font-semibold wrap-anywhere">{gymName}</h3>
                <p className="wrap-anywhere">{t('from', { name, role })}</p>
                <p className="text-[0.8125rem] text-soft">
                  {t('until', {
                    date: format.dateTime(expiresAt, { timeZone, dateStyle: 'medium' }),
                  })}
                </p>
              </div>
              <AnswerInvitation id={id} gymName={gymName} />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Mine() {
  const { gyms, activeGymId } = await query(listMyGyms)({})
  const t = await getTranslations('gyms')
  if (gyms.length === 0) return <EmptyState title={t('none')} />
  return (
    <section className="flex flex-col gap-2" aria-labelledby="mine">
      <h2 id="mine" className="text-lg font-bold">
        {t('mine')}
      </h2>
      <ul className="flex flex-col gap-2">
        {gyms.map(({ id, slug, name, role, memberCount: count }) => (
          <li key={id}>
            <Card className="relative flex items-center gap-3 p-4 hover:border-faint">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold wrap-anywhere">
                  <Link
                    href={`/organizations/${slug}`}
                    className="after:absolute after:inset-0 after:rounded-card"
                  >
                    {name}
                  </Link>
                </h3>
                <p className="text-[0.8125rem] text-soft">
                  {t(`roles.${role}`)} · {t('memberCount', { count })}
                </p>
              </div>
              {id === activeGymId ? (
                <span className="flex-none rounded-full bg-accent-soft px-3 py-1 text-[0.8125rem] font-semibold text-accent">
                  {t('active')}
                </span>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
