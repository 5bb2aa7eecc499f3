import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlatePicture } from '@/app/_components/plate-picture'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import type { BarAndPlates } from '@/lib/domain/gear'
import { loadBar } from '@/lib/domain/plates'
import { formatDuration } from '@/lib/domain/typed-number'
import type { WeightUnit } from '@/lib/domain/units'
import { MOST_PLATES } from '@/lib/schemas/gear'
import { query } from '@/lib/transport/query'
import { getGear } from '@/lib/use-cases/profile/gear'
import { resetGearAction } from './actions'
import { GearForm } from './gear-form'

/** Rows for plates that are not there yet. */
const EMPTY_ROWS = 2
const EXAMPLES = { kg: 100, lb: 225 } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.gear')
  return { title: t('title') }
}

/** What lies beside the bar, in the person's own unit first, and how long to rest. */
export default async function GearPage({ searchParams }: PageProps<'/settings/gear'>) {
  const { usual } = await searchParams
  const { weightUnit } = await requireAuth()
  const gear = await query(getGear)({})
  const t = await getTranslations('settings.gear')
  const units: WeightUnit[] = weightUnit === 'kg' ? ['kg', 'lb'] : ['lb', 'kg']
  const parts = await Promise.all(units.map((unit) => partOf(unit, gear[unit])))
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      {usual && gear.isUsual ? <Notice tone="good">{t('resetDone')}</Notice> : null}
      <GearForm
        key={String(usual)}
        parts={parts}
        rest={formatDuration(gear.restSeconds)}
        words={{
          rest: t('rest'),
          restSeconds: t('restSeconds'),
          restHint: t('restHint'),
          barHint: t('barHint'),
          count: t('count'),
          platesHint: t('platesHint'),
          dumbbellsHint: t('dumbbellsHint'),
          save: t('save'),
          saved: t('saved'),
        }}
      />
      {gear.isUsual ? null : (
        <ActionForm action={resetGearAction}>
          <Button look="quiet">{t('reset')}</Button>
        </ActionForm>
      )}
    </>
  )
}

/** The fields of one unit, and what an example looks like with what is saved. */
async function partOf(unit: WeightUnit, { bar, plates, dumbbells = [] }: BarAndPlates) {
  const t = await getTranslations('settings.gear')
  const words = await getTranslations('workout.plates')
  const target = EXAMPLES[unit]
  const count = Math.min(MOST_PLATES, plates.length + EMPTY_ROWS)
  return {
    unit,
    bar,
    title: t(unit === 'kg' ? 'inKg' : 'inLb'),
    barLabel: t('bar', { unit }),
    plateLabel: t('plate', { unit }),
    dumbbells: dumbbells.join(', '),
    dumbbellsLabel: t('dumbbells', { unit }),
    rows: Array.from({ length: count }, (_, index) => ({
      weight: plates[index]?.weight ?? '',
      count: plates[index]?.count ?? '',
      weightLabel: t('plateOf', { number: index + 1, unit }),
      countLabel: t('countOf', { number: index + 1, unit }),
    })),
    exampleLabel: t('example', { total: target, unit }),
    example: (
      <PlatePicture
        {...loadBar({ target, bar, plates })}
        {...{ bar, unit }}
        words={{
          aSide: words('aSide', { plates: '{plates}' }),
          barAlone: words('barAlone'),
          bar: words('bar', { bar: '{bar}' }),
          nearest: words('nearest', { total: '{total}' }),
        }}
      />
    ),
  }
}
