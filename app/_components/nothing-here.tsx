import { getTranslations } from 'next-intl/server'
import { buttonStyle } from './ui/plain-button'

/** What stands in for a page that is not there, or not the reader's to see. */
export async function NothingHere() {
  const t = await getTranslations('common')
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-4 p-6 text-center">
      <h1 className="text-2xl font-bold">{t('notFoundTitle')}</h1>
      <p className="text-soft">{t('notFoundBody')}</p>
      {/* Every frame has this page: a link of Next's would come with all of them. */}
      <a href="/" className={buttonStyle('primary', 'normal')}>
        {t('toStart')}
      </a>
    </div>
  )
}
