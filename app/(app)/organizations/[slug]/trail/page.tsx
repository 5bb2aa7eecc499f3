import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditEntries } from '@/app/_components/audit-entries'
import { Pager } from '@/app/_components/pager'
import { EmptyState } from '@/app/_components/ui/card'
import { auditListSchema } from '@/lib/schemas/audit'
import { query } from '@/lib/transport/query'
import { listGymAudit } from '@/lib/use-cases/audit/list-audit'
import { getGym } from '@/lib/use-cases/gyms/read-gyms'
import { GymHead } from '../gym-head'

export async function generateMetadata({
  params,
}: PageProps<'/organizations/[slug]/trail'>): Promise<Metadata> {
  return { title: (await query(getGym)({ slug: (await params).slug })).name }
}

/** What was done in a gym and by whom, for its owner. */
export default async function GymTrailPage({
  params,
  searchParams,
}: PageProps<'/organizations/[slug]/trail'>) {
  const { slug } = await params
  const before = auditListSchema.shape.before.catch(undefined).parse((await searchParams).before)
  const gym = await query(getGym)({ slug })
  const { entries, hasMore } = await query(listGymAudit)({ gym: { slug }, before })
  const t = await getTranslations()
  const path = `/organizations/${slug}/trail`
  const last = entries.at(-1)
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <GymHead gym={gym} tab="trail" />
      <p className="text-soft">{t('gyms.trail.about')}</p>
      {entries.length === 0 ? (
        <EmptyState title={t('audit.none.account')} />
      ) : (
        <AuditEntries entries={entries} />
      )}
      <Pager
        back={before !== undefined && { href: path, label: t('audit.newest') }}
        on={
          hasMore &&
          last !== undefined && { href: `${path}?before=${last.id}`, label: t('audit.older') }
        }
      />
    </div>
  )
}
