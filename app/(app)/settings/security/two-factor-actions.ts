'use server'

import { action } from '@/lib/transport/action'
import {
  cancelTwoFactor,
  confirmTwoFactor,
  makeRecoveryCodes,
  startTwoFactor,
  turnOffTwoFactor,
} from '@/lib/use-cases/security/two-factor'

const here = '/settings/security'

export const startTwoFactorAction = action(startTwoFactor, {
  redirectTo: `${here}?second=setup#two-factor`,
})
export const cancelTwoFactorAction = action(cancelTwoFactor, { redirectTo: here })
export const confirmTwoFactorAction = action(confirmTwoFactor, { refresh: true })
export const makeRecoveryCodesAction = action(makeRecoveryCodes, { refresh: true })
export const turnOffTwoFactorAction = action(turnOffTwoFactor, {
  redirectTo: `${here}?second=off`,
})
