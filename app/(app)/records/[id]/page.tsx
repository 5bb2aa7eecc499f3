import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { Pager } from '@/app/_components/pager'
import { RecordFacts } from '@/app/_components/record-facts'
import { recordName } from '@/app/_components/record-text'
import { ButtonLink } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import type { Actor } from '@/lib/core/actor'
import type { Tracking } from '@/lib/schemas/exercise'
import { recordChainSchema } from '@/lib/schemas/records'
import { query } from '@/lib/transport/query'
import { getExerciseRecords, listRecordHistory } from '@/lib/use-cases/records/read-records'

const read = query(getExerciseRecords)

const { kind, bucket, before } = recordChainSchema.shape
/** Which record the address asks the history of; anything else asks for none. */
const chainSchema = z.object({
  kind: kind.optional().catch(undefined),
  bucket: z.preprocess(Number, bucket).catch(0),
  before: before.catch(undefined),
})
type Chain = z.output<typeof chainSchema> & { exerciseId: string; tracking: Tracking }

export async function generateMetadata({ params }: PageProps<'/records/[id]'>) {
  return { title: (await read({ exerciseId: (await params).id })).name }
}

/** Every record of an exercise with the set it came from, and how a chosen one grew. */
export default async function ExerciseRecordsPage({
  params,
  searchParams,
}: PageProps<'/records/[id]'>) {
  const { id: exerciseId } = await params
  const chain = chainSchema.parse(await searchParams)
  const actor = await requireAuth()
  const { name, tracking, records } = await read({ exerciseId })
  const t = await getTranslations('progress.records')
  const words = await getTranslations('workout')
  const seen = { tracking, actor }
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <header>
        <p className="text-sm font-semibold text-soft">
          <Link href="/records">{t('title')}</Link>
        </p>
        <h1 className="text-[1.375rem] font-bold wrap-anywhere">
          <Link href={`/exercises/${exerciseId}`}>{name}</Link>
        </h1>
      </header>
      {chain.kind ? (
        <RecordHistory chain={{ ...chain, exerciseId, tracking }} actor={actor} />
      ) : null}
      {records.length === 0 ? (
        <EmptyState title={t('none')}>
          <ButtonLink look="quiet" href={`/exercises/${exerciseId}`}>
            {name}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Card className="px-4">
          <ul className="divide-y divide-line">
            {records.map((record) => (
              <li key={`${record.kind}:${record.bucket}`} className="py-3">
                <RecordFacts record={record} seen={seen}>
                  {record.previousValue === null ? null : (
                    <Link
                      href={`/records/${exerciseId}?kind=${record.kind}&bucket=${record.bucket}`}
                      className="inline-flex min-h-6 items-center font-semibold text-accent"
                      aria-label={t('historyOfExercise', {
                        record: recordName(words, record, { ...actor, tracking }),
                      })}
                    >
                      {t('history')}
                    </Link>
                  )}
                </RecordFacts>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

async function RecordHistory({ chain, actor }: { chain: Chain; actor: Actor }) {
  const { exerciseId, tracking, kind, bucket, before } = chain
  if (!kind) return null
  const { records, hasMore } = await query(listRecordHistory)({
    ...{ exerciseId, kind, bucket },
    ...(before && { before: before.toISOString() }),
  })
  const t = await getTranslations('progress.records')
  const words = await getTranslations('workout')
  const seen = { tracking, actor }
  const address = `/records/${exerciseId}?kind=${kind}&bucket=${bucket}`
  const last = records.at(-1)
  return (
    <Card className="flex flex-col gap-1 p-4" aria-labelledby="chain">
      <h2 id="chain" className="font-semibold">
        {t('historyOf', { record: recordName(words, { kind, bucket }, { ...actor, tracking }) })}
      </h2>
      <ol className="divide-y divide-line">
        {records.map((record) => (
          <li key={`${record.set.id}:${record.achievedAt.toISOString()}`} className="py-2">
            <RecordFacts record={record} seen={seen} hasName={false} />
          </li>
        ))}
      </ol>
      <Pager
        back={before !== undefined && { href: address, label: t('newest') }}
        on={
          hasMore &&
          last !== undefined && {
            href: `${address}&before=${last.achievedAt.toISOString()}`,
            label: t('older'),
          }
        }
      />
    </Card>
  )
}
