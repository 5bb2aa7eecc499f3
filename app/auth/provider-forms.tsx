'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import type { Provider } from '@/lib/core/providers'
import { signInWithProviderAction } from './provider-actions'
import { TimeZoneField } from './time-zone-field'

interface ProviderFormsProps {
  next: string
  providers: readonly { provider: Provider; label: string }[]
}

/** A form a provider: its answer leads to the provider's own page. */
export function ProviderForms({ next, providers }: ProviderFormsProps) {
  return providers.map(({ provider, label }) => (
    <ActionForm key={provider} action={signInWithProviderAction} className="grid gap-3">
      {({ isPending }) => (
        <>
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="next" value={next} />
          <TimeZoneField />
          <Button look="quiet" aria-disabled={isPending}>
            {label}
          </Button>
        </>
      )}
    </ActionForm>
  ))
}
