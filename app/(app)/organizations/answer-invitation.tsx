import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { acceptInvitationAction, declineInvitationAction } from './actions'

/** The two answers to an invitation. */
export async function AnswerInvitation({ id, gymName: gym }: { id: string; gymName: string }) {
  const t = await getTranslations('gyms.received')
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActionForm action={acceptInvitationAction}>
        <input type="hidden" name="invitationId" value={id} />
        <Button aria-label={t('acceptNamed', { gym })}>{t('accept')}</Button>
      </ActionForm>
      <ActionForm action={declineInvitationAction}>
        <input type="hidden" name="invitationId" value={id} />
        <Button look="quiet" aria-label={t('declineNamed', { gym })}>
          {t('decline')}
        </Button>
      </ActionForm>
    </div>
  )
}
