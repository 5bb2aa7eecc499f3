import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { hasRole, isFresh, requireAuth } from '@/lib/auth/guards'
import { type Actor, KEY_SCOPES } from '@/lib/core/actor'
import type { ApiKey } from '@/lib/schemas/api-key'
import { query } from '@/lib/transport/query'
import { listApiKeys } from '@/lib/use-cases/api-keys/api-keys'
import { SettingsCard } from '../settings-card'
import { SignInAgain } from '../sign-in-again'
import { revokeApiKeyAction } from './actions'
import { NewKeyForm } from './new-key-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.keys')
  return { title: t('title') }
}

/** What other programs sign in with: the keys there are, and the way to a new one. */
export default async function ApiKeysPage({ searchParams }: PageProps<'/settings/api-keys'>) {
  const { revoked } = await searchParams
  const actor = await requireAuth()
  const { keys } = await query(listApiKeys)({})
  const t = await getTranslations('settings.keys')
  const scopes = KEY_SCOPES.filter((scope) => scope !== 'coach' || hasRole(actor, 'coach'))
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      {revoked ? <Notice tone="good">{t('revoked')}</Notice> : null}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {isFresh(actor) ? (
          <NewKeyForm
            scopes={scopes.map((scope) => ({
              ...{ value: scope, label: t(`scopes.${scope}`), hint: t(`scopeHints.${scope}`) },
            }))}
            lifetimes={[
              ...([30, 90, 365] as const).map(
                (count) => [String(count), t('days', { count })] as const,
              ),
              ['', t('never')],
            ]}
            words={{
              heading: t('new'),
              name: t('name'),
              nameHint: t('nameHint'),
              scopes: t('mayDo'),
              expires: t('expiresIn'),
              make: t('make'),
              made: t('made'),
              key: t('key'),
              copy: t('copy'),
              copied: t('copied'),
            }}
          />
        ) : (
          <SettingsCard title={t('new')}>
            <SignInAgain next="/settings/api-keys" />
          </SettingsCard>
        )}
        {keys.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <ul className="flex flex-col gap-3">
            {keys.map((key) => (
              <li key={key.id}>
                <KeyCard apiKey={key} actor={actor} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

async function KeyCard({ apiKey, actor }: { apiKey: ApiKey; actor: Actor }) {
  const t = await getTranslations('settings.keys')
  const format = await getFormatter()
  const day = (date: Date) =>
    format.dateTime(date, { timeZone: actor.timeZone, dateStyle: 'medium' })
  const { id, name, start, scopes, expiresAt, lastUsedAt } = apiKey
  const isOver = expiresAt !== null && expiresAt <= new Date()
  const expiry = expiresAt && t(isOver ? 'expired' : 'expires', { date: day(expiresAt) })
  const facts = [
    expiry ?? t('expiresNever'),
    lastUsedAt ? t('lastUsed', { date: day(lastUsedAt) }) : t('neverUsed'),
  ]
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h2 className="font-semibold wrap-anywhere">{name}</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <code className="font-mono">{start}…</code>
        <span>{format.list(scopes.map((scope) => t(`scopes.${scope}`)))}</span>
      </p>
      <p className={`text-[0.8125rem] ${isOver ? 'text-bad' : 'text-soft'}`}>{facts.join(' · ')}</p>
      <details>
        <summary className="py-2.5 text-sm font-semibold text-bad">
          {t('revoke')}
          <span className="sr-only"> {name}</span>
        </summary>
        <div className="flex flex-col gap-3 pt-1">
          <p>{t('revokeAsk', { name })}</p>
          <ActionForm action={revokeApiKeyAction}>
            <input type="hidden" name="id" value={id} />
            <Button look="danger">{t('revokeYes')}</Button>
          </ActionForm>
        </div>
      </details>
    </Card>
  )
}
