import { getTranslations } from 'next-intl/server'

const GOES = ['training', 'plans', 'access', 'gym'] as const

/** What is gone with an account, and what stays. */
export async function WhatGoes() {
  const t = await getTranslations('settings.account')
  return (
    <>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {GOES.map((part) => (
          <li key={part}>{t(`goes.${part}`)}</li>
        ))}
      </ul>
      <p className="text-soft">{t('stays')}</p>
    </>
  )
}
