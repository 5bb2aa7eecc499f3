import { Building2, ChevronDown } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { setActiveGymAction } from '@/app/(app)/organizations/actions'
import { findGymPlaces } from '@/lib/auth/session'
import { ActionForm } from './ui/action-form'

/** Which gym somebody looks at now, for whoever is in one; a press changes it and opens it. */
export async function GymSwitcher() {
  const { gyms, active } = await findGymPlaces()
  if (gyms.length === 0) return null
  const t = await getTranslations('gyms.switcher')
  const choices = [...gyms, { id: '', name: t('none') }]
  return (
    <details className="group rounded-control border border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control px-3 py-1 text-sm font-semibold hover:bg-ground [&::-webkit-details-marker]:hidden">
        <Building2 aria-hidden size={16} className="flex-none text-soft" />
        <span className="sr-only">{t('title')}: </span>
        <span className="min-w-0 flex-1 wrap-anywhere">{active?.name ?? t('none')}</span>
        <ChevronDown
          aria-hidden
          size={16}
          className="flex-none text-faint group-open:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <ActionForm action={setActiveGymAction} className="border-t border-line p-1">
        <fieldset className="flex max-h-64 flex-col overflow-y-auto">
          <legend className="sr-only">{t('title')}</legend>
          {choices.map(({ id, name }) => (
            <button
              key={id}
              type="submit"
              name="gymId"
              value={id}
              aria-pressed={id === (active?.id ?? '')}
              className="min-h-11 rounded-[9px] px-2 text-left text-sm wrap-anywhere text-soft hover:bg-ground aria-pressed:bg-accent-soft aria-pressed:text-accent lg:min-h-9"
            >
              {name}
            </button>
          ))}
        </fieldset>
      </ActionForm>
    </details>
  )
}
