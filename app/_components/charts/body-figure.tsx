import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { stepBounds, stepOf } from '@/lib/domain/value-steps'
import { MUSCLE_GROUPS, type MuscleGroup } from '@/lib/schemas/exercise'
import { BACK_PATHS, BODY_PATH, FRONT_PATHS, KNEES_PATH } from './body-paths'
import { ChartFrame } from './chart-frame'
import { colorOf, StepLegend } from './step-legend'

interface Props {
  title: string
  values: ReadonlyMap<MuscleGroup, number>
  formatValue: (value: number) => string
  nameOf: (muscle: MuscleGroup) => string
}

/** The muscles from the front and from behind, in a stronger colour where there was more. */
export function BodyFigure({ title, values, formatValue, nameOf }: Props) {
  const id = useId()
  const t = useTranslations('charts')
  const format = useFormatter()
  const amountOf = (muscle: MuscleGroup) => values.get(muscle) ?? 0
  const tell = (muscle: MuscleGroup) => `${nameOf(muscle)}: ${formatValue(amountOf(muscle))}`
  const sorted = MUSCLE_GROUPS.toSorted((a, b) => amountOf(b) - amountOf(a))
  const trained = sorted.filter((muscle) => amountOf(muscle) > 0)
  // The whole body has no place of its own, so it neither shows nor pales the others.
  const bounds = stepBounds(trained.filter((muscle) => muscle !== 'full_body').map(amountOf))
  const most = trained.slice(0, 3).map((each) => `${nameOf(each)} (${formatValue(amountOf(each))})`)
  const view = { tell, colorOf: (muscle: MuscleGroup) => colorOf(stepOf(amountOf(muscle), bounds)) }
  return (
    <ChartFrame
      id={id}
      title={title}
      words={trained.length === 0 ? null : t('most', { list: format.list(most) })}
      columns={[t('name'), t('value')]}
      rows={sorted.map((muscle) => [nameOf(muscle), formatValue(amountOf(muscle))])}
    >
      <div className="mx-auto w-full max-w-md">
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-words`}
          viewBox="-95 0 390 408"
          className="block w-full"
        >
          <title id={`${id}-title`}>{title}</title>
          <View paths={FRONT_PATHS} {...view} />
          <path d={KNEES_PATH} className="fill-step-0" />
          <g transform="translate(200)">
            <View paths={BACK_PATHS} {...view} />
          </g>
        </svg>
        <div aria-hidden="true" className="grid grid-cols-2 text-center text-xs text-soft">
          <span>{t('front')}</span>
          <span>{t('back')}</span>
        </div>
      </div>
      <StepLegend bounds={bounds} formatValue={formatValue} />
    </ChartFrame>
  )
}

interface ViewProps {
  paths: readonly { muscle: MuscleGroup; d: string }[]
  tell: (muscle: MuscleGroup) => string
  colorOf: (muscle: MuscleGroup) => string
}

function View({ paths, tell, colorOf: color }: ViewProps) {
  return (
    <>
      <path d={BODY_PATH} className="fill-figure" />
      {paths.map(({ muscle, d }) => (
        <path key={muscle} d={d} className={`fill-current ${color(muscle)}`}>
          <title>{tell(muscle)}</title>
        </path>
      ))}
    </>
  )
}
