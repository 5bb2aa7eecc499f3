import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { WhatGoes } from '@/app/_components/what-goes'
import { getUser } from '@/lib/auth/guards'
import { AuthCard, LINK } from '../auth-card'
import { DeleteForm } from './delete-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('deleteTitle') }
}

/** A button that deletes, for whoever came by the mailed link; opening it changes nothing. */
export default async function DeleteAccountPage({
  searchParams,
}: PageProps<'/auth/delete-account'>) {
  const { token, done } = await searchParams
  const t = await getTranslations('auth')
  const user = await getUser()
  if (done) return <AuthCard title={t('reasons.deleted')}>{null}</AuthCard>
  return (
    <AuthCard
      title={t('deleteTitle')}
      lead={t('deleteLead')}
      footer={
        <>
          <Link href={user ? '/dashboard' : '/'} className={LINK}>
            {t('deleteKeep')}
          </Link>
          {user ? (
            <a href="/api/export" download className={LINK}>
              {t('deleteExport')}
            </a>
          ) : null}
        </>
      }
    >
      <WhatGoes />
      {typeof token === 'string' ? (
        <DeleteForm token={token} submit={t('deleteButton')} />
      ) : (
        <Notice tone="watch">{t('linkMissing')}</Notice>
      )}
    </AuthCard>
  )
}
