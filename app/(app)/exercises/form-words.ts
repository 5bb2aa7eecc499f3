import { getTranslations } from 'next-intl/server'
import {
  EQUIPMENT,
  EXERCISE_CATEGORIES,
  MUSCLE_GROUPS,
  TRACKING_KINDS,
} from '@/lib/schemas/exercise'

/** The sentences and choices of the exercise form, put into words on the server. */
export async function exerciseFormWords(submit: 'create' | 'save') {
  const t = await getTranslations('exercises')
  const common = await getTranslations('common')
  return {
    words: {
      name: t('name'),
      tracking: t('tracking'),
      trackingFixed: t('trackingFixed'),
      category: t('category'),
      primaryMuscles: t('primaryMuscles'),
      secondaryMuscles: t('secondaryMuscles'),
      equipment: t('equipmentLabel'),
      unilateral: t('unilateral'),
      instructions: t('instructions'),
      instructionsHint: t('instructionsHint'),
      description: t('description'),
      descriptionHint: t('descriptionHint'),
      videoUrl: t('videoUrl'),
      videoUrlHint: t('videoUrlHint'),
      submit: t(submit),
      cancel: common('cancel'),
    },
    choices: {
      tracking: TRACKING_KINDS.map((kind) => [kind, t(`trackingKinds.${kind}`)] as const),
      category: EXERCISE_CATEGORIES.map((kind) => [kind, t(`categories.${kind}`)] as const),
      muscles: MUSCLE_GROUPS.map((muscle) => [muscle, t(`muscles.${muscle}`)] as const),
      equipment: EQUIPMENT.map((item) => [item, t(`equipment.${item}`)] as const),
    },
  }
}
