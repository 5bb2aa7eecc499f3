import { getRequestConfig } from 'next-intl/server'
import { messages } from './messages'

/** English is the only language so far; the time zone for showing instants is passed where used. */
export default getRequestConfig(() => ({ locale: 'en', timeZone: 'UTC', messages }))
