import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** What stands around every page of the app: the way to its places, and a way past them. */
export async function AppFrame({ nav, children }: { nav: ReactNode; children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <div className="lg:grid lg:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-20 rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('skipToContent')}
      </a>
      {nav}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto min-h-dvh w-full max-w-[1040px] p-4 pb-[calc(var(--above-dock)+var(--toasts,0px)+2.5rem)] outline-none lg:px-8 lg:pt-7"
      >
        {children}
      </main>
    </div>
  )
}
