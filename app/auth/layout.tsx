import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

export default async function AuthLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations('common')
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <Link href="/" className="text-lg font-bold tracking-tight">
        {t('appName')}
      </Link>
      {children}
    </main>
  )
}
