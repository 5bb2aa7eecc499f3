import { getTranslations } from 'next-intl/server'
import { Nav } from '@/app/_components/nav'
import { requireAuth } from '@/lib/auth/guards'

/** Everything a person sees once signed in. */
export default async function AppLayout({ children }: { children: React.ReactNode }) {
  await requireAuth()
  const t = await getTranslations('common')
  return (
    <div className="lg:grid lg:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-20 rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('skipToContent')}
      </a>
      <Nav />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto min-h-dvh w-full max-w-[1040px] p-4 pb-28 outline-none lg:px-8 lg:py-7"
      >
        {children}
      </main>
    </div>
  )
}
