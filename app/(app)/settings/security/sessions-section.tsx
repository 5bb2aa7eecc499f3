import { Laptop, Smartphone } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { SignOutGuard } from '@/app/(app)/sign-out-guard'
import { requireAuth } from '@/lib/auth/guards'
import { deviceText } from '@/lib/i18n/device-text'
import { messages } from '@/lib/i18n/messages'
import type { AuthSession } from '@/lib/schemas/auth-session'
import { query } from '@/lib/transport/query'
import { listSessions } from '@/lib/use-cases/account/sessions'
import { SettingsCard } from '../settings-card'
import { endSessionAction, signOutEverywhereAction } from './actions'
import { EndOthersForm } from './end-others-form'

const PHONES = ['iPhone', 'iPad', 'Android']

/** Where one is signed in, with a way out of each place. */
export async function SessionsSection() {
  const { sessions } = await query(listSessions)({})
  const t = await getTranslations('settings.security')
  return (
    <SettingsCard title={t('sessions')} about={t('sessionsAbout')}>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <div className="flex flex-col gap-3 sm:flex-row sm:items-start">
        <EndOthersForm submit={t('endOthers')} done={t('othersEnded')} />
        <SignOutGuard action={signOutEverywhereAction} words={messages.unsent.signOut}>
          <Button look="danger" className="max-sm:w-full" aria-describedby="everywhere">
            {t('everywhere')}
          </Button>
          <p id="everywhere" className="mt-1 text-[0.8125rem] text-soft">
            {t('everywhereAbout')}
          </p>
        </SignOutGuard>
      </div>
    </SettingsCard>
  )
}

async function SessionRow({ session }: { session: AuthSession }) {
  const { timeZone } = await requireAuth()
  const t = await getTranslations('settings.security')
  const say = await getTranslations('settings.devices')
  const format = await getFormatter()
  const { id, system, address, signedInAt, lastUsedAt, isCurrent } = session
  const device = deviceText(say, session)
  const time = format.dateTime(signedInAt, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const date = format.dateTime(lastUsedAt, { timeZone, dateStyle: 'medium' })
  const Icon = system && PHONES.includes(system) ? Smartphone : Laptop
  const facts = [
    t('signedInAt', { time }),
    isCurrent ? null : t('lastUsed', { date }),
    address && t('from', { address }),
  ]
  return (
    <li className="flex items-center gap-3 py-3">
      <Icon aria-hidden size={20} className="flex-none text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {isCurrent ? (
            <span className="rounded-full bg-good-soft px-2 py-0.5 text-xs font-semibold text-good">
              {t('thisDevice')}
            </span>
          ) : null}
        </p>
        <p className="text-[0.8125rem] text-soft wrap-anywhere">
          {facts.filter(Boolean).join(' · ')}
        </p>
      </div>
      {isCurrent ? null : (
        <ActionForm action={endSessionAction}>
          <input type="hidden" name="id" value={id} />
          <Button look="quiet" size="compact" aria-describedby={`session-${id}`}>
            {t('end')}
          </Button>
          <span id={`session-${id}`} className="sr-only">
            {t('endOf', { device, time })}
          </span>
        </ActionForm>
      )}
    </li>
  )
}
