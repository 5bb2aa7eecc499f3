import { KeyRound } from 'lucide-react'
import { headers } from 'next/headers'
import { getFormatter, getTranslations } from 'next-intl/server'
import { deviceWords } from '@/app/_components/device-words'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { readUserAgent } from '@/lib/domain/user-agent'
import { deviceText } from '@/lib/i18n/device-text'
import type { Passkey } from '@/lib/schemas/passkey'
import { query } from '@/lib/transport/query'
import { listWaysIn } from '@/lib/use-cases/security/ways-in'
import { SettingsCard } from '../settings-card'
import { AddPasskeyForm } from './add-passkey-form'
import { removePasskeyAction } from './passkey-actions'

/**
 * The devices somebody signs in with in place of a password.
 * @param changed `1` after one was added, `0` after one was removed
 */
export async function PasskeysSection({ changed }: { changed?: unknown }) {
  const { passkeys, arePasskeysOffered } = await query(listWaysIn)({})
  const t = await getTranslations('settings.passkeys')
  const say = await getTranslations('settings.devices')
  const device = deviceText(say, readUserAgent((await headers()).get('user-agent')))
  return (
    <SettingsCard id="passkeys" title={t('title')} about={t('about')}>
      {changed === '1' ? <Notice tone="good">{t('added')}</Notice> : null}
      {changed === '0' ? <Notice tone="good">{t('removed')}</Notice> : null}
      {passkeys.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} {...passkey} />
          ))}
        </ul>
      ) : null}
      {arePasskeysOffered ? (
        <>
          <AddPasskeyForm
            device={device}
            words={{ name: t('name'), add: t('add'), device: deviceWords }}
          />
          <p className="hidden text-[0.8125rem] text-soft noscript:block">{t('needsScript')}</p>
        </>
      ) : (
        <p className="text-[0.8125rem] text-soft">{t('notHere')}</p>
      )}
    </SettingsCard>
  )
}

async function PasskeyRow({ id, name, createdAt, lastUsedAt, isRemovable }: Passkey) {
  const { timeZone } = await requireAuth()
  const t = await getTranslations('settings.passkeys')
  const format = await getFormatter()
  const day = (instant: Date) => format.dateTime(instant, { timeZone, dateStyle: 'medium' })
  const facts = [
    t('since', { date: day(createdAt) }),
    lastUsedAt && t('used', { date: day(lastUsedAt) }),
  ]
  return (
    <li className="flex items-start gap-3 py-3">
      <KeyRound aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-[0.8125rem] text-soft">{facts.filter(Boolean).join(' · ')}</p>
        {isRemovable ? (
          <details>
            <summary className="py-2.5 text-sm font-semibold text-bad">
              {t('remove')}
              <span className="sr-only"> {name}</span>
            </summary>
            <div className="flex flex-col gap-3 pt-1">
              <p className="wrap-anywhere">{t('removeAsk', { name })}</p>
              <ActionForm action={removePasskeyAction} className="grid gap-3">
                <input type="hidden" name="id" value={id} />
                <Button look="danger" className="wrap-anywhere sm:justify-self-start">
                  {t('removeYes', { name })}
                </Button>
              </ActionForm>
            </div>
          </details>
        ) : (
          <p className="text-[0.8125rem] text-soft">{t('onlyWay')}</p>
        )}
      </div>
    </li>
  )
}
