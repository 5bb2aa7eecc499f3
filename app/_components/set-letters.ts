import type { getTranslations } from 'next-intl/server'

/** The letters that stand before a set instead of its number, or behind it. */
export const setLetters = (t: Awaited<ReturnType<typeof getTranslations<'workout'>>>) => ({
  kindLetters: {
    normal: t('kindLetters.normal'),
    warmup: t('kindLetters.warmup'),
    drop: t('kindLetters.drop'),
    failure: t('kindLetters.failure'),
  },
  sideLetters: { left: t('sideLetters.left'), right: t('sideLetters.right') },
})
