import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'

const NOTICES = [
  'left',
  'deleted',
  'declined',
  'created',
  'joined',
  'already',
  'handedOver',
  'saved',
] as const

/** What was just done, as the address says (`?notice=`). */
export async function NoticeOf({ name }: { name: string | string[] | undefined }) {
  const notice = NOTICES.find((each) => each === name)
  if (!notice) return null
  const t = await getTranslations('gyms.notices')
  return <Notice tone={notice === 'already' ? 'plain' : 'good'}>{t(notice)}</Notice>
}
