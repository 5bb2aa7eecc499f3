import { useTranslations } from 'next-intl'

/** Nothing, then five steps of one hue. */
const STEP_COLORS = [
  'text-step-0',
  'text-step-1',
  'text-step-2',
  'text-step-3',
  'text-step-4',
  'text-step-5',
] as const

/** For shapes in `currentColor`. */
export const colorOf = (step: number): string => STEP_COLORS[step] ?? STEP_COLORS[0]

/** What the steps of a colour stand for: "none", "to 4", "to 8" … "over 16". */
export function StepLegend(legend: {
  bounds: readonly number[]
  formatValue: (value: number) => string
}) {
  const t = useTranslations('charts')
  const { bounds, formatValue } = legend
  const names = [
    t('none'),
    ...bounds.map((bound) => t('upTo', { value: formatValue(bound) })),
    t('over', { value: formatValue(bounds.at(-1) ?? 0) }),
  ]
  return (
    <ul className="grid max-w-md grid-cols-6 gap-x-0.5 narrow:grid-cols-2 narrow:gap-2 text-xs text-soft">
      {names.map((name, step) => (
        <li
          key={colorOf(step)}
          className="flex flex-col gap-1 text-center leading-4 narrow:leading-tight"
        >
          <svg aria-hidden="true" width="100%" height="8">
            <rect width="100%" height="8" rx="2" className={`fill-current ${colorOf(step)}`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
