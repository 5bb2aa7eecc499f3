import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import type { WeightUnit } from '@/lib/domain/units'

const SETS = {
  kg: { weight: '42.5', previous: ['40 × 8', '40 × 8', '40 × 7'], reps: ['8', '8', '8'] },
  lb: { weight: '95', previous: ['90 × 8', '90 × 8', '90 × 7'], reps: ['8', '8', '8'] },
}
const COLUMNS =
  'grid grid-cols-[1.75rem_minmax(0,1fr)_4rem_3.25rem_2.75rem] items-center gap-2 px-4'
/** Of the sample's three sets, the one that comes next. */
const NEXT = 2

/** A workout as it looks while it is logged: two sets done, a record, and the rest running. */
export async function WorkoutPreview({ unit }: { unit: WeightUnit }) {
  const t = await getTranslations('common.landing.preview')
  const { weight, previous, reps } = SETS[unit]
  return (
    <div role="img" aria-label={t('label')}>
      <Card className="overflow-hidden shadow-(--lift) narrow:hidden">
        <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-3">
          <span className="text-lg font-bold">{t('exercise')}</span>
          <span className="fig text-lg text-soft">24:10</span>
        </div>
        <div className={`${COLUMNS} pt-3 pb-1 text-xs font-semibold text-soft`}>
          <span>{t('set')}</span>
          <span>{t('previous')}</span>
          <span className="text-center">{unit}</span>
          <span className="text-center">{t('reps')}</span>
        </div>
        {previous.map((before, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the sets of a picture never change.
            key={index}
            className={`${COLUMNS} py-1.5 ${index < NEXT ? 'bg-good-soft' : 'border-l-4 border-accent pl-3'}`}
          >
            <span className="fig text-center text-xl">{index + 1}</span>
            <span className="text-sm text-soft">
              {index === 0 ? (
                <span className="font-semibold text-ink">★ {t('record')}</span>
              ) : (
                <span className="fig text-base">{before}</span>
              )}
            </span>
            {[weight, reps[index]].map((value, field) => (
              <span
                key={field === 0 ? 'weight' : 'reps'}
                className={`fig flex h-11 items-center justify-center rounded-control border border-field bg-surface text-xl ${index < NEXT ? '' : 'text-faint'}`}
              >
                {value}
              </span>
            ))}
            <span
              className={`flex size-11 items-center justify-center rounded-control text-lg font-bold ${index < NEXT ? 'bg-good text-surface' : 'border-2 border-field text-faint'}`}
            >
              ✓
            </span>
          </div>
        ))}
        <div className="mt-3 border-t border-line px-4 py-3">
          <div className="flex items-baseline justify-between">
            <span className="text-sm font-semibold text-soft">{t('rest')}</span>
            <span className="fig text-2xl">1:24</span>
          </div>
          <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-tile">
            <div className="h-full w-[70%] rounded-full bg-accent" />
          </div>
        </div>
      </Card>
    </div>
  )
}
