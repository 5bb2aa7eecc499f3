import { useTranslations } from 'next-intl'
import type { RoutineLine } from '@/lib/schemas/routine'

type Rule = Pick<RoutineLine, 'progression' | 'trainingMax'>

/** How the loads of a line go on, in one short line; nothing where they do not. */
export function ProgressionText({ line: { progression: rule, trainingMax } }: { line: Rule }) {
  const t = useTranslations('routines.progression')
  if (!rule) return null
  const words = () => {
    switch (rule.kind) {
      case 'linear':
        return t('linear', { ...rule, percent: rule.deloadPercent })
      case 'double':
        return t('double', { step: rule.step, unit: rule.unit })
      case 'wave':
        return t('wave', { step: rule.step, unit: rule.unit, weeks: rule.weeks.length })
      case 'rpe':
        return t('rpe')
    }
  }
  const max = trainingMax && t('max', { value: trainingMax.value, unit: trainingMax.unit })
  return <>{[words(), max].filter(Boolean).join(' · ')}</>
}
