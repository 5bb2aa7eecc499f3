import { Monitor, Moon, Sun } from 'lucide-react'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { setThemeAction } from './theme-actions'
import { ActionForm } from './ui/action-form'

const THEMES = [
  { theme: 'light', label: 'themeLight', Icon: Sun },
  { theme: 'dark', label: 'themeDark', Icon: Moon },
  { theme: 'system', label: 'themeSystem', Icon: Monitor },
] as const

/** Light, dark, or as the system has it; the choice stays on this device. */
export async function ThemeSwitch() {
  const t = await getTranslations('common.nav')
  const kept = (await cookies()).get('theme')?.value
  const current = kept === 'light' || kept === 'dark' ? kept : 'system'
  return (
    <ActionForm action={setThemeAction}>
      <fieldset className="grid grid-cols-3 gap-1 rounded-control border border-line p-1">
        <legend className="sr-only">{t('theme')}</legend>
        {THEMES.map(({ theme, label, Icon }) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            aria-label={t(label)}
            title={t(label)}
            className="flex min-h-11 items-center justify-center rounded-[9px] text-soft hover:bg-ground aria-pressed:bg-accent-soft aria-pressed:text-accent lg:min-h-8"
          >
            <Icon aria-hidden size={17} />
          </button>
        ))}
      </fieldset>
    </ActionForm>
  )
}
