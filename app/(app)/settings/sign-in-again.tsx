import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { signInPath } from '@/lib/auth/sign-in-path'

/** In place of a form that asks for a sign-in from the last hour, so that nothing is typed in vain. */
export async function SignInAgain({ next }: { next: string }) {
  const t = await getTranslations('settings.security')
  const href = signInPath({ next, reason: 'fresh_session_required' })
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-soft">{t('signInAgainWhy')}</p>
      <ButtonLink look="quiet" href={href} prefetch={false}>
        {t('signInAgain')}
      </ButtonLink>
    </div>
  )
}
