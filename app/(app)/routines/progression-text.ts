import { getTranslations } from 'next-intl/server'
import type { RoutineLine } from '@/lib/schemas/routine'

type Rule = Pick<RoutineLine, 'progression' | 'trainingMax'>

/** Says in one short line how the loads of a routine's lines go on; nothing where they do not. */
export async function progressionTexts(): Promise<(line: Rule) => string | null> {
  const t = await getTranslations('routines.progression')
  const words = (rule: NonNullable<Rule['progression']>) => {
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
  return ({ progression, trainingMax }) => {
    if (!progression) return null
    const max = trainingMax && t('max', { value: trainingMax.value, unit: trainingMax.unit })
    return [words(progression), max].filter(Boolean).join(' · ')
  }
}
