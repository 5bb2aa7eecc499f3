import words from '@/lib/i18n/en/offline.json'
import { OfflineMessage } from './offline-message'

/** The workout of this address, from what is kept on this phone. */
export function TrainingFromPhone() {
  return <OfflineMessage title={words.title} body={words.body} />
}
