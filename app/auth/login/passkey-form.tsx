'use client'

import { askDevice, type DeviceWords } from '@/app/_components/ask-device'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { signInWithPasskeyAction, startPasskeySignInAction } from './actions'

/** Signing in with what this device keeps; without JavaScript no browser can, so it is not there. */
export function PasskeyForm({
  next,
  words,
}: {
  next: string
  words: { continue: string; device: DeviceWords }
}) {
  const action = askDevice({
    start: startPasskeySignInAction,
    ask: async (optionsJSON) => {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      return startAuthentication({ optionsJSON })
    },
    finish: signInWithPasskeyAction,
    words: words.device,
  })
  return (
    <ActionForm action={action} className="grid gap-3 noscript:hidden">
      {({ isPending }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Button look="quiet" aria-disabled={isPending}>
            {words.continue}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
