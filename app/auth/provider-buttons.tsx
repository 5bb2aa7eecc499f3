import { getTranslations } from 'next-intl/server'
import { listProviders } from '@/lib/auth/offered-providers'
import { PROVIDER_NAMES } from '@/lib/core/providers'
import { ProviderForms } from './provider-forms'

/** The other ways in, as far as this server has keys for them. */
export async function ProviderButtons({ next }: { next: string }) {
  const t = await getTranslations('auth.providers')
  const providers = listProviders()
  if (providers.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-3 text-sm text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <ProviderForms
        next={next}
        providers={providers.map((provider) => ({
          provider,
          label: t('continueWith', { provider: PROVIDER_NAMES[provider] }),
        }))}
      />
    </div>
  )
}
