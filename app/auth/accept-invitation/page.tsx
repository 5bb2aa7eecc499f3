import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { ButtonLink } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { AnswerInvitation } from '@/app/(app)/organizations/answer-invitation'
import { getUser } from '@/lib/auth/guards'
import { signInPath } from '@/lib/auth/sign-in-path'
import type { shownInvitationSchema } from '@/lib/schemas/gym'
import { idSchema } from '@/lib/schemas/text'
import { limitedQuery } from '@/lib/transport/query'
import { getInvitation } from '@/lib/use-cases/gyms/received-invitations'
import { AuthCard } from '../auth-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gyms'))('invitation.title') }
}

/** Where the link of an invitation leads: two buttons for whoever it is for, else the way to be them. */
export default async function AcceptInvitationPage({
  searchParams,
}: PageProps<'/auth/accept-invitation'>) {
  const search = await searchParams
  // Not Next's 404, which shows nothing without JavaScript.
  const { data: invitationId } = idSchema.safeParse(search.id)
  if (!invitationId) return <Over />
  const [wait, found] = await limitedQuery(getInvitation)({ invitationId })
  if (wait) return <Later message={wait.message} />
  const { email, isOpen, yours } = found
  if (yours) return <Yours id={invitationId} isOpen={isOpen} yours={yours} />
  if (email) return <Others id={invitationId} email={email} />
  return <Over />
}

type Shown = z.output<typeof shownInvitationSchema>

async function Yours({
  id,
  isOpen,
  yours,
}: {
  id: string
  isOpen: boolean
  yours: NonNullable<Shown['yours']>
}) {
  const { gymName, role, invitedBy: name, expiresAt, slug } = yours
  const t = await getTranslations('gyms')
  const format = await getFormatter()
  const timeZone = (await getUser())?.timeZone ?? 'UTC'
  if (slug) {
    return (
      <AuthCard title={gymName} lead={t('invitation.member')}>
        <ButtonLink href={`/organizations/${slug}`}>{t('invitation.open')}</ButtonLink>
      </AuthCard>
    )
  }
  if (!isOpen) return <Over />
  return (
    <AuthCard
      title={t('invitation.headline', { gym: gymName })}
      lead={t('received.from', { name, role })}
    >
      <p className="text-[0.8125rem] text-soft">
        {t('received.until', {
          date: format.dateTime(expiresAt, { timeZone, dateStyle: 'medium' }),
        })}{' '}
        · {t('invitation.privacy')}
      </p>
      <AnswerInvitation id={id} gymName={gymName} />
    </AuthCard>
  )
}

/** For whoever is not, or not yet, the one it is for. */
async function Others({ id, email }: { id: string; email: string }) {
  const t = await getTranslations('gyms.invitation')
  const auth = await getTranslations('auth')
  const actor = await getUser()
  const next = `/auth/accept-invitation?id=${encodeURIComponent(id)}`
  return (
    <AuthCard title={t('title')} lead={t('forAddress', { email })}>
      {actor ? (
        <>
          <p className="wrap-anywhere">{t('otherAccount', { email: actor.email })}</p>
          <ButtonLink href={signInPath({ next, reason: 'other_account' }) as '/auth/login'}>
            {t('switchAccount')}
          </ButtonLink>
        </>
      ) : (
        <>
          <p>{t('signedOut')}</p>
          <ButtonLink href={signInPath({ next }) as '/auth/login'}>{auth('signIn')}</ButtonLink>
          <ButtonLink look="quiet" href={{ pathname: '/auth/register', query: { next } }}>
            {auth('createAccount')}
          </ButtonLink>
        </>
      )}
    </AuthCard>
  )
}

async function Over() {
  const t = await getTranslations('gyms.invitation')
  return (
    <AuthCard title={t('over')} lead={t('overBody')}>
      <ButtonLink look="quiet" href="/organizations">
        {t('toGyms')}
      </ButtonLink>
    </AuthCard>
  )
}

/** For an address from which too many were looked at. */
async function Later({ message }: { message: string }) {
  const t = await getTranslations('gyms.invitation')
  return (
    <AuthCard title={t('title')}>
      <Notice tone="bad">{message}</Notice>
    </AuthCard>
  )
}
