import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { buttonStyle } from '@/app/_components/ui/plain-button'
import { WhatGoes } from '@/app/_components/what-goes'
import { isFresh, requireAuth } from '@/lib/auth/guards'
import { ROLES } from '@/lib/core/actor'
import { query } from '@/lib/transport/query'
import { getAccount } from '@/lib/use-cases/account/account'
import { SETTINGS_COLUMNS, SettingsCard } from '../settings-card'
import { SignInAgain } from '../sign-in-again'
import { DeletionForm, EmailForm, RoleForm } from './account-forms'

const PATH = '/settings/account'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.account'))('title') }
}

/** The account itself: its address, its role, a copy of it, and its end. */
export default async function AccountPage({ searchParams }: PageProps<'/settings/account'>) {
  const { changed } = await searchParams
  const actor = await requireAuth()
  const { email, role, gymsInTheWay } = await query(getAccount)({})
  const t = await getTranslations('settings.account')
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      {changed === 'email' ? <Notice tone="good">{t('emailChanged')}</Notice> : null}
      <div className={SETTINGS_COLUMNS}>
        <SettingsCard title={t('email')} about={t('emailNow', { email })}>
          {isFresh(actor) ? (
            <EmailForm
              words={{
                email: t('newEmail'),
                hint: t('emailHint'),
                submit: t('changeEmail'),
                done: t('emailAsked'),
              }}
            />
          ) : (
            <SignInAgain next={PATH} />
          )}
        </SettingsCard>
        <SettingsCard title={t('roleTitle')}>
          <RoleForm
            role={role}
            roles={ROLES.map((value) => ({
              ...{ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) },
            }))}
            words={{ role: t('role'), submit: t('saveRole'), done: t('roleSaved') }}
          />
        </SettingsCard>
        <SettingsCard title={t('export')} about={t('exportAbout')}>
          <ExportLink label={t('exportLink')} />
        </SettingsCard>
        <SettingsCard title={t('delete')} about={t('deleteAbout')}>
          <WhatGoes />
          {gymsInTheWay.length > 0 ? (
            <GymsInTheWay gyms={gymsInTheWay} />
          ) : isFresh(actor) ? (
            <>
              <p>{t('deleteFirst')}</p>
              <DeletionForm
                words={{ submit: t('deleteButton'), done: t('deleteAsked', { email }) }}
              />
            </>
          ) : (
            <SignInAgain next={PATH} />
          )}
        </SettingsCard>
      </div>
    </>
  )
}

/** A plain link, which a browser keeps as a file with or without scripts. */
function ExportLink({ label }: { label: string }) {
  return (
    <a href="/api/export" download className={buttonStyle('quiet', 'normal', 'sm:self-start')}>
      <Download aria-hidden size={18} />
      {label}
    </a>
  )
}

async function GymsInTheWay({ gyms }: { gyms: readonly string[] }) {
  const t = await getTranslations('settings.account')
  const format = await getFormatter()
  return <Notice tone="watch">{t('gymInTheWay', { gyms: format.list(gyms) })}</Notice>
}
