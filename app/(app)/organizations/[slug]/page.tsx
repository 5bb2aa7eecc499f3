import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { INVITED_ROLES } from '@/lib/core/gym'
import { hasGymRight, rolesInReach } from '@/lib/policies/gym-rights'
import type { Gym } from '@/lib/schemas/gym'
import { query } from '@/lib/transport/query'
import { getGym } from '@/lib/use-cases/gyms/read-gyms'
import { NoticeOf } from '../notice-of'
import { GymHead } from './gym-head'
import { InviteForm } from './invite-form'
import { MemberRow } from './member-row'
import { SentInvitations } from './sent-invitations'

const read = query(getGym)

export async function generateMetadata({
  params,
}: PageProps<'/organizations/[slug]'>): Promise<Metadata> {
  return { title: (await read({ slug: (await params).slug })).name }
}

/** Who is in a gym, and for those who may, who is asked into it. */
export default async function GymPage({
  params,
  searchParams,
}: PageProps<'/organizations/[slug]'>) {
  const { notice } = await searchParams
  const gym = await read({ slug: (await params).slug })
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <GymHead gym={gym} tab="people" />
      <NoticeOf name={notice} />
      <People gym={gym} />
      {gym.invitations ? (
        <>
          <Invite gym={gym} />
          <SentInvitations gym={gym} invitations={gym.invitations} />
        </>
      ) : null}
    </div>
  )
}

async function People({ gym }: { gym: Gym }) {
  const { userId } = await requireAuth()
  const t = await getTranslations('gyms.people')
  return (
    <section className="flex flex-col gap-2" aria-labelledby="people">
      <h2 id="people" className="text-lg font-bold">
        {t('title')}
      </h2>
      {hasGymRight(gym.role, 'member:list') ? null : (
        <p className="text-[0.8125rem] text-soft">{t('staffOnly')}</p>
      )}
      <Card>
        <ul className="divide-y divide-line">
          {gym.members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              gym={gym}
              isSelf={member.userId === userId}
            />
          ))}
        </ul>
      </Card>
    </section>
  )
}

async function Invite({ gym }: { gym: Gym }) {
  const t = await getTranslations('gyms')
  const reach = rolesInReach(gym.role)
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-5" aria-labelledby="invite">
      <div>
        <h2 id="invite" className="font-semibold">
          {t('invite.title')}
        </h2>
        <p className="text-[0.8125rem] text-soft">{t('invite.hint')}</p>
      </div>
      <InviteForm
        gymId={gym.id}
        roles={INVITED_ROLES.filter((role) => reach.includes(role))
          .toReversed()
          .map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }))}
        words={{
          email: t('invite.email'),
          role: t('invite.role'),
          submit: t('invite.submit'),
          // Filled in where the address is known.
          sent: t.raw('invite.sent'),
        }}
      />
    </Card>
  )
}
