import type { getFormatter, getTranslations } from 'next-intl/server'
import type { MeasurementUnit } from '@/lib/domain/measurements'

type Formatter = Awaited<ReturnType<typeof getFormatter>>
type Translate = Awaited<ReturnType<typeof getTranslations<'body'>>>

interface Measured {
  value: number
  unit: MeasurementUnit
}

/** A value with its unit in the reader's language. */
export const measuredText = (t: Translate, format: Formatter, { value, unit }: Measured): string =>
  `${format.number(value, { maximumFractionDigits: 2 })} ${t(`units.${unit}`)}`

/** The same of a difference, with its sign. */
export const changeText = (t: Translate, format: Formatter, { value, unit }: Measured): string => {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±'
  return `${sign}${measuredText(t, format, { value: Math.abs(value), unit })}`
}
