import { LogOut } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { signOutAction } from '@/app/auth/login/actions'

export async function SignOutForm() {
  const t = await getTranslations('common.nav')
  return (
    <ActionForm action={signOutAction}>
      <Button look="quiet" size="compact" className="w-full">
        <LogOut aria-hidden size={16} />
        {t('signOut')}
      </Button>
    </ActionForm>
  )
}
