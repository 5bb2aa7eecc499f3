'use server'

import { action } from '@/lib/transport/action'
import { addPasskey, removePasskey, startPasskey } from '@/lib/use-cases/security/passkeys'

const here = '/settings/security'

export const startPasskeyAction = action(startPasskey)
export const addPasskeyAction = action(addPasskey, { redirectTo: `${here}?passkey=1#passkeys` })
export const removePasskeyAction = action(removePasskey, {
  redirectTo: `${here}?passkey=0#passkeys`,
})
