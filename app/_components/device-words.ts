import { messages } from '@/lib/i18n/messages'
import type { DeviceWords } from './ask-device'

/** For the forms that ask a device; what it knows itself is said as the server would say it. */
export const deviceWords: DeviceWords = {
  ...messages.common.passkey,
  known: messages.errors.passkeyKnown,
}
