import { LogOut } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { signOutAction } from '@/app/auth/login/actions'
import { messages } from '@/lib/i18n/messages'
import { SignOutGuard } from './sign-out-guard'

export async function SignOutForm() {
  const t = await getTranslations('common.nav')
  return (
    <SignOutGuard action={signOutAction} words={messages.unsent.signOut}>
      <Button look="quiet" size="compact" className="w-full">
        <LogOut aria-hidden size={16} />
        {t('signOut')}
      </Button>
    </SignOutGuard>
  )
}
