import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { englishOfRegion } from '@/lib/domain/region'
import { messages } from '@/lib/i18n/messages'

/**
 * English is the only language so far, with days and hours as the browser's region writes them; the
 * time zone for showing instants is passed where used.
 */
export default getRequestConfig(async () => {
  const locale = englishOfRegion((await headers()).get('accept-language'))
  return { locale, timeZone: 'UTC', messages }
})
