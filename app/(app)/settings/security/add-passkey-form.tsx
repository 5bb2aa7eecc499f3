'use client'

import { askDevice, type DeviceWords } from '@/app/_components/ask-device'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { addPasskeyAction, startPasskeyAction } from './passkey-actions'

interface AddPasskeyFormProps {
  /** What this device could be called. */
  device: string
  words: { name: string; add: string; device: DeviceWords }
}

/** Has the device make a passkey; without JavaScript no browser can. */
export function AddPasskeyForm({ device, words }: AddPasskeyFormProps) {
  const action = askDevice({
    start: startPasskeyAction,
    ask: async (optionsJSON) => {
      const { startRegistration } = await import('@simplewebauthn/browser')
      return startRegistration({ optionsJSON })
    },
    finish: addPasskeyAction,
    words: words.device,
  })
  return (
    <ActionForm action={action} className="flex flex-col gap-3 noscript:hidden">
      {({ error, isPending }) => (
        <>
          <TextField
            label={words.name}
            name="name"
            error={error}
            defaultValue={device}
            maxLength={100}
            autoComplete="off"
            required
          />
          <Button look="quiet" className="sm:self-start" aria-disabled={isPending}>
            {words.add}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
