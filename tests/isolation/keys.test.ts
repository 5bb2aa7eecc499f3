import { expect, it } from 'vitest'
import type { AnyUseCase } from '@/lib/core/define-use-case'
import { useCases } from '@/lib/use-cases/registry'

const namesWhere = (asks: (useCase: AnyUseCase) => unknown): string[] =>
  useCases
    .filter(asks)
    .map(({ name }) => name)
    .sort()

it('names what no API key may do', () => {
  expect(namesWhere(({ needsSession }) => needsSession)).toEqual([
    'account.changeRole',
    'account.endOtherSessions',
    'account.endSession',
    'account.get',
    'account.listSessions',
    'account.mailPasswordLink',
    'account.signOutEverywhere',
    'apiKey.revoke',
    'gym.setActive',
    'security.cancelTwoFactor',
    'security.getTwoFactor',
    'security.listWaysIn',
  ])
})

it('names what asks for a sign-in of the last hour', () => {
  expect(namesWhere(({ needsFreshSession }) => needsFreshSession)).toEqual([
    'account.changePassword',
    'account.requestDeletion',
    'account.requestEmailChange',
    'apiKey.create',
    'gym.delete',
    'gym.handOver',
    'security.addPasskey',
    'security.confirmTwoFactor',
    'security.linkProvider',
    'security.makeRecoveryCodes',
    'security.removePasskey',
    'security.startPasskey',
    'security.startTwoFactor',
    'security.turnOffTwoFactor',
    'security.unlinkProvider',
  ])
})
