import { getTranslations } from 'next-intl/server'
import { ButtonLink } from './_components/ui/button'

export default async function NotFound() {
  const t = await getTranslations('common')
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 p-6 text-center">
      <h1 className="text-2xl font-bold">{t('notFoundTitle')}</h1>
      <p className="text-soft">{t('notFoundBody')}</p>
      <ButtonLink href="/">{t('toStart')}</ButtonLink>
    </main>
  )
}
