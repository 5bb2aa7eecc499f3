import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { hasGymRight } from '@/lib/policies/gym-rights'
import type { Gym } from '@/lib/schemas/gym'
import { query } from '@/lib/transport/query'
import { getGym } from '@/lib/use-cases/gyms/read-gyms'
import { leaveGymAction } from '../../actions'
import { NoticeOf } from '../../notice-of'
import { GymHead } from '../gym-head'
import { DeleteForm } from './delete-form'
import { HandOverForm } from './hand-over-form'
import { RenameForm } from './rename-form'

const read = query(getGym)

export async function generateMetadata({
  params,
}: PageProps<'/organizations/[slug]/settings'>): Promise<Metadata> {
  return { title: (await read({ slug: (await params).slug })).name }
}

/** What becomes of the gym as a whole, and of the reader's place in it. */
export default async function GymSettingsPage({
  params,
  searchParams,
}: PageProps<'/organizations/[slug]/settings'>) {
  const { notice } = await searchParams
  const gym = await read({ slug: (await params).slug })
  const { role } = gym
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <GymHead gym={gym} tab="settings" />
      <NoticeOf name={notice} />
      {hasGymRight(role, 'organization:update') ? <Rename gym={gym} /> : null}
      {hasGymRight(role, 'organization:handOver') ? <HandOver gym={gym} /> : null}
      {role === 'owner' ? null : <Leave gym={gym} />}
      {gym.contents ? <Delete gym={gym} contents={gym.contents} /> : null}
    </div>
  )
}

function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-5">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {about ? <p className="mt-1 text-sm text-soft">{about}</p> : null}
      </div>
      {children}
    </Card>
  )
}

async function Rename({ gym }: { gym: Gym }) {
  const t = await getTranslations('gyms.settings')
  const { id, name, slug } = gym
  return (
    <Part title={t('rename')}>
      <RenameForm
        key={`${name} ${slug}`}
        gym={{ id, name, slug }}
        words={{
          name: t('name'),
          slug: t('slug'),
          slugHint: t('slugHint'),
          save: t('save'),
        }}
      />
    </Part>
  )
}

async function HandOver({ gym }: { gym: Gym }) {
  const t = await getTranslations('gyms')
  const heirs = gym.members.filter(({ role }) => role !== 'owner')
  return (
    <Part title={t('settings.handOver')} about={t('settings.handOverAbout')}>
      {heirs.length === 0 ? (
        <p className="text-sm">{t('settings.noHeir')}</p>
      ) : (
        <HandOverForm
          gymId={gym.id}
          heirs={heirs.map(({ userId, name, role }) => [userId, `${name} (${t(`roles.${role}`)})`])}
          words={{ heir: t('settings.heir'), submit: t('settings.handOverYes') }}
        />
      )}
    </Part>
  )
}

async function Leave({ gym }: { gym: Gym }) {
  const t = await getTranslations('gyms.settings')
  return (
    <Part title={t('leave')} about={t('leaveAbout')}>
      <ActionForm action={leaveGymAction}>
        <input type="hidden" name="gymId" value={gym.id} />
        <Button look="danger" className="wrap-anywhere whitespace-normal">
          {t('leaveYes', { gym: gym.name })}
        </Button>
      </ActionForm>
    </Part>
  )
}

async function Delete({ gym, contents }: { gym: Gym; contents: NonNullable<Gym['contents']> }) {
  const t = await getTranslations('gyms.settings')
  return (
    <Part title={t('delete')} about={t('deleteAbout', contents)}>
      <DeleteForm
        gymId={gym.id}
        words={{ confirmation: t('confirmation'), submit: t('deleteYes', { gym: gym.name }) }}
        name={gym.name}
      />
    </Part>
  )
}
