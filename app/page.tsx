import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findActor } from '@/lib/auth/session'
import { ButtonLink } from './_components/ui/button'
import { Card } from './_components/ui/card'

const POINTS = ['exercises', 'truth', 'yours'] as const

/** The front door: whoever is signed in goes straight to today. */
export default async function LandingPage() {
  if (await findActor()) redirect('/dashboard')
  const t = await getTranslations('common')
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 p-6">
      <p className="text-[1.0625rem] font-bold tracking-tight">{t('appName')}</p>
      <div className="flex flex-col gap-3">
        <h1 className="text-4xl font-bold">{t('landing.title')}</h1>
        <p className="text-lg text-soft">{t('landing.body')}</p>
      </div>
      <Card>
        <ul className="divide-y divide-line">
          {POINTS.map((point) => (
            <li key={point} className="px-4 py-3 font-medium">
              {t(`landing.${point}`)}
            </li>
          ))}
        </ul>
      </Card>
      <div className="grid gap-3 sm:grid-cols-2">
        <ButtonLink href="/auth/register">{t('landing.register')}</ButtonLink>
        <ButtonLink look="quiet" href="/auth/login">
          {t('landing.signIn')}
        </ButtonLink>
      </div>
    </main>
  )
}
