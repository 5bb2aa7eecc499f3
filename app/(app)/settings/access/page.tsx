import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { AuditEntries } from '@/app/_components/audit-entries'
import { Pager } from '@/app/_components/pager'
import { EmptyState } from '@/app/_components/ui/card'
import { ChoiceLinks } from '@/app/_components/ui/choice-links'
import { AUDIT_VIEWS, auditListSchema } from '@/lib/schemas/audit'
import { query } from '@/lib/transport/query'
import { listAudit } from '@/lib/use-cases/audit/list-audit'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

const { view, before } = auditListSchema.shape
/** An address may say anything, so what is no filter counts as left out. */
const paramsSchema = z.object({ view: view.catch('others'), before: before.catch(undefined) })
type Params = z.output<typeof paramsSchema>

const hrefOf = ({ view, before }: Params) =>
  `/settings/access?${new URLSearchParams({ view, ...(before && { before }) })}` as const

/** What others did with one's data, and what happened in one's account. */
export default async function AccessPage({ searchParams }: PageProps<'/settings/access'>) {
  const params = paramsSchema.parse(await searchParams)
  const { entries, hasMore } = await query(listAudit)(params)
  const t = await getTranslations('audit')
  const last = entries.at(-1)
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      <ChoiceLinks
        label={t('views.label')}
        choices={AUDIT_VIEWS.map((each) => ({
          href: hrefOf({ view: each, before: undefined }),
          label: t(`views.${each}`),
          isChosen: each === params.view,
        }))}
      />
      {entries.length === 0 ? (
        <EmptyState title={t(`none.${params.view}`)} />
      ) : (
        <AuditEntries entries={entries} />
      )}
      <Pager
        back={
          params.before !== undefined && {
            href: hrefOf({ ...params, before: undefined }),
            label: t('newest'),
          }
        }
        on={
          hasMore &&
          last !== undefined && { href: hrefOf({ ...params, before: last.id }), label: t('older') }
        }
      />
    </>
  )
}
