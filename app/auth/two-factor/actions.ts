'use server'

import { signInPath } from '@/lib/auth/sign-in-path'
import type { PublicError } from '@/lib/core/result'
import { action } from '@/lib/transport/action'
import { giveCode, giveRecoveryCode } from '@/lib/use-cases/auth/second-step'

const startOver = ({ key, values }: PublicError) =>
  key === 'secondStepExpired'
    ? signInPath({ reason: 'second_step_expired', next: values?.next })
    : null

export const giveCodeAction = action(giveCode, {
  redirectTo: ({ redirectTo }) => redirectTo,
  redirectOnError: startOver,
})
export const giveRecoveryCodeAction = action(giveRecoveryCode, {
  redirectTo: ({ redirectTo }) =>
    `/auth/two-factor/used?${new URLSearchParams({ next: redirectTo })}`,
  redirectOnError: startOver,
})
