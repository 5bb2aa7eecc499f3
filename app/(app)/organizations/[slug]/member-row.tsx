import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { rolesInReach } from '@/lib/policies/gym-rights'
import type { Gym, ListedMember } from '@/lib/schemas/gym'
import { changeMemberRoleAction, removeMemberAction } from '../actions'

interface MemberRowProps {
  member: ListedMember
  gym: Pick<Gym, 'id' | 'role'>
  isSelf: boolean
}

/** Somebody in the gym, with what the reader may do about it. */
export async function MemberRow({ member, gym, isSelf }: MemberRowProps) {
  const { name, email, role } = member
  const t = await getTranslations('gyms')
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">
            {name}
            {isSelf ? <span className="text-soft"> ({t('people.you')})</span> : null}
          </p>
          {email ? <p className="text-[0.8125rem] text-soft wrap-anywhere">{email}</p> : null}
        </div>
        <span className="flex-none text-sm font-semibold text-soft">{t(`roles.${role}`)}</span>
      </div>
      {rolesInReach(gym.role).includes(role) ? <Manage member={member} gym={gym} /> : null}
    </li>
  )
}

async function Manage({ member, gym }: Omit<MemberRowProps, 'isSelf'>) {
  const { userId, name, role } = member
  const t = await getTranslations('gyms')
  const ids = (
    <>
      <input type="hidden" name="gymId" value={gym.id} />
      <input type="hidden" name="memberId" value={userId} />
    </>
  )
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-accent sm:min-h-9">
        {t('people.manage', { name })}
      </summary>
      <div className="flex flex-col gap-4 py-2">
        <ActionForm action={changeMemberRoleAction} className="flex flex-wrap items-end gap-2">
          {ids}
          <div className="flex flex-col gap-1.5">
            <label htmlFor={`role-${userId}`} className="text-sm font-semibold">
              {t('people.role')}
            </label>
            <select
              key={role}
              id={`role-${userId}`}
              name="memberRole"
              defaultValue={role}
              className="min-h-11 rounded-[10px] border border-field bg-surface px-3"
            >
              {rolesInReach(gym.role).map((each) => (
                <option key={each} value={each}>
                  {t(`roles.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <Button look="quiet" size="compact" className="sm:min-h-11">
            {t('people.saveRole')}
          </Button>
        </ActionForm>
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-bad sm:min-h-9">
            {t('people.remove')}
          </summary>
          <div className="flex flex-col gap-3 pt-1">
            <p className="text-sm wrap-anywhere">{t('people.removeAsk', { name })}</p>
            <ActionForm action={removeMemberAction}>
              {ids}
              <Button look="danger" className="wrap-anywhere whitespace-normal">
                {t('people.removeYes', { name })}
              </Button>
            </ActionForm>
          </div>
        </details>
      </div>
    </details>
  )
}
