import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { PROVIDER_NAMES } from '@/lib/core/providers'
import type { Connection } from '@/lib/schemas/connection'
import { query } from '@/lib/transport/query'
import { listWaysIn } from '@/lib/use-cases/security/ways-in'
import { linkProviderAction, unlinkProviderAction } from './connection-actions'

/**
 * The providers somebody signs in with, and those that could be added; nothing where there is neither.
 * @param changed `1` after one was connected, `0` after one was disconnected
 */
export async function ConnectionsSection({ changed }: { changed?: unknown }) {
  const { connections, available } = await query(listWaysIn)({})
  const t = await getTranslations('settings.connections')
  if (connections.length === 0 && available.length === 0) return null
  return (
    <Card aria-labelledby="connections" className="flex flex-col gap-4 p-4 sm:p-5">
      <div>
        <h2 id="connections" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-[0.8125rem] text-soft">{t('about')}</p>
      </div>
      {changed === '1' ? <Notice tone="good">{t('added')}</Notice> : null}
      {changed === '0' ? <Notice tone="good">{t('removed')}</Notice> : null}
      {connections.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {connections.map((connection) => (
            <li key={connection.id} className="py-2">
              <ConnectionEntry {...connection} />
            </li>
          ))}
        </ul>
      ) : null}
      {available.map((provider) => (
        <ActionForm key={provider} action={linkProviderAction} className="grid gap-3">
          <input type="hidden" name="provider" value={provider} />
          <Button look="quiet" className="sm:justify-self-start">
            {t('connect', { provider: PROVIDER_NAMES[provider] })}
          </Button>
        </ActionForm>
      ))}
    </Card>
  )
}

async function ConnectionEntry({ id, provider: by, isRemovable }: Connection) {
  const t = await getTranslations('settings.connections')
  const provider = PROVIDER_NAMES[by]
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{provider}</span>
        <span className="text-sm text-soft">{t('connected')}</span>
      </p>
      {isRemovable ? (
        <details>
          <summary className="py-2.5 text-sm font-semibold text-bad">
            {t('disconnect')}
            <span className="sr-only"> {provider}</span>
          </summary>
          <div className="flex flex-col gap-3 pt-1">
            <p>{t('disconnectAsk', { provider })}</p>
            <ActionForm action={unlinkProviderAction} className="grid gap-3">
              <input type="hidden" name="id" value={id} />
              <Button look="danger" className="sm:justify-self-start">
                {t('disconnectYes', { provider })}
              </Button>
            </ActionForm>
          </div>
        </details>
      ) : (
        <p className="text-[0.8125rem] text-soft">{t('onlyWay')}</p>
      )}
    </>
  )
}
