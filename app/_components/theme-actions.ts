'use server'

import { action } from '@/lib/transport/action'
import { setTheme } from '@/lib/use-cases/preferences/set-theme'

export const setThemeAction = action(setTheme, {
  refresh: true,
  cookies: ({ theme }) => [{ name: 'theme', value: theme }],
})
