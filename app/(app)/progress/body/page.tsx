import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { usualUnit } from '@/lib/domain/measurements'
import { measurementKindSchema } from '@/lib/schemas/measurement'
import { localDateSchema } from '@/lib/schemas/text'
import { query } from '@/lib/transport/query'
import { getMeasurementTrends } from '@/lib/use-cases/body/measurement-trends'
import { listMeasurements } from '@/lib/use-cases/body/measurements'
import { CourseChart } from './course-chart'
import { DotsCard } from './dots-card'
import { FormCard } from './form-card'
import { KindCards } from './kind-cards'
import { MeasurementList } from './measurement-list'

/** An address may say anything, so what it cannot say counts as left out. */
const addressSchema = z.object({
  kind: measurementKindSchema.catch('body_weight'),
  /** The newest day of the list's page. */
  to: localDateSchema.optional().catch(undefined),
  /** The measurement to be changed. */
  edit: z.string().optional().catch(undefined),
  done: z.enum(['changed', 'deleted']).optional().catch(undefined),
})

export async function generateMetadata() {
  return { title: (await getTranslations('body'))('title') }
}

/** What a body measures: the newest of everything, and one kind with its course and its values. */
export default async function BodyPage({ searchParams }: PageProps<'/progress/body'>) {
  const actor = await requireAuth()
  const { kind, to, edit, done } = addressSchema.parse(await searchParams)
  const { today, kinds, course } = await query(getMeasurementTrends)({ kind })
  const page = await query(listMeasurements)({ kind, ...(to && { to }) })
  const edited = page.measurements.find(({ id }) => id === edit)
  const t = await getTranslations('body')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 xl:max-w-5xl">
      <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
      {done ? <Notice tone="good">{t(`done.${done}`)}</Notice> : null}
      <KindCards kinds={kinds} chosen={kind} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex flex-col gap-4">
          <FormCard
            measured={edited ?? { kind, unit: usualUnit(kind, actor.weightUnit) }}
            today={today}
          />
          {course.points.length > 0 ? <CourseChart course={course} /> : null}
          <DotsCard />
        </div>
        <div className="flex flex-col gap-4">
          <MeasurementList page={page} kind={kind} isNewest={!to} />
        </div>
      </div>
    </div>
  )
}
