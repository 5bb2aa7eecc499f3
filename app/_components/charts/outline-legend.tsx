import { useTranslations } from 'next-intl'

/** Of a shape that stands for the period before. */
export const OUTLINE = 'pointer-events-none fill-none stroke-ink [stroke-dasharray:3_3]'

export function OutlineLegend() {
  const t = useTranslations('charts')
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem]">
      <svg aria-hidden="true" width="12" height="14">
        <path d="M1 1h10v12H1Z" className={OUTLINE} />
      </svg>
      {t('outline')}
    </p>
  )
}
