import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { rolesInReach } from '@/lib/policies/gym-rights'
import type { Gym, SentInvitation } from '@/lib/schemas/gym'
import { cancelInvitationAction } from '../actions'

interface SentInvitationsProps {
  gym: Pick<Gym, 'id' | 'role'>
  invitations: readonly SentInvitation[]
}

/** Who is asked into the gym and has not answered. */
export async function SentInvitations({ gym, invitations }: SentInvitationsProps) {
  const { timeZone } = await requireAuth()
  const t = await getTranslations('gyms')
  const format = await getFormatter()
  const reach = rolesInReach(gym.role)
  return (
    <section className="flex flex-col gap-2" aria-labelledby="sent">
      <h2 id="sent" className="text-lg font-bold">
        {t('sent.title')}
      </h2>
      {invitations.length === 0 ? (
        <p className="text-soft">{t('sent.none')}</p>
      ) : (
        <Card>
          <ul className="divide-y divide-line">
            {invitations.map(({ id, email, role, invitedBy: name, expiresAt }) => {
              const date = format.dateTime(expiresAt, { timeZone, dateStyle: 'medium' })
              const isOver = expiresAt <= new Date()
              return (
                <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
                  <div className="min-w-0 flex-1">
                    <p className="font-medium wrap-anywhere">{email}</p>
                    <p className="text-[0.8125rem] text-soft wrap-anywhere">
                      {t('sent.as', { role: t(`roles.${role}`), name })} ·{' '}
                      <span className={isOver ? 'text-bad' : ''}>
                        {t(isOver ? 'sent.expired' : 'sent.until', { date })}
                      </span>
                    </p>
                  </div>
                  {reach.includes(role) ? (
                    <ActionForm action={cancelInvitationAction}>
                      <input type="hidden" name="gymId" value={gym.id} />
                      <input type="hidden" name="invitationId" value={id} />
                      <Button
                        look="quiet"
                        size="compact"
                        aria-label={t('sent.cancelNamed', { email })}
                      >
                        {t('sent.cancel')}
                      </Button>
                    </ActionForm>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </Card>
      )}
    </section>
  )
}
