'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { SelectField, TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import type { PublicError } from '@/lib/core/result'
import { createApiKeyAction } from './actions'
import { KeyOnce } from './key-once'

interface Scope {
  value: string
  label: string
  hint: string
}

type Word = 'heading' | 'name' | 'nameHint' | 'scopes' | 'expires' | 'make'

interface NewKeyFormProps {
  scopes: readonly Scope[]
  /** In days; the empty one never ends. */
  lifetimes: readonly (readonly [days: string, label: string])[]
  words: Record<Word | 'made' | 'key' | 'copy' | 'copied', string>
}

/** Makes a key, and shows it in its own answer: nothing but that answer ever has it. */
export function NewKeyForm({ scopes, lifetimes, words }: NewKeyFormProps) {
  return (
    <Card className="p-4 sm:p-5" aria-labelledby="new-key">
      <h2 id="new-key" className="mb-4 font-semibold">
        {words.heading}
      </h2>
      <ActionForm action={createApiKeyAction} className="flex flex-col gap-4">
        {({ error, data, isPending }) => (
          <>
            {data ? (
              <Notice tone="good">
                <p>{words.made}</p>
                <KeyOnce value={data.key} words={words} />
              </Notice>
            ) : null}
            {/* Empty again once its key is made. */}
            <TextField
              key={data?.id}
              label={words.name}
              name="name"
              error={error}
              hint={words.nameHint}
              maxLength={100}
              autoComplete="off"
              required
            />
            <ScopeField label={words.scopes} scopes={scopes} error={error} />
            <SelectField
              label={words.expires}
              name="expiresInDays"
              error={error}
              defaultValue="90"
              options={lifetimes}
            />
            <Button aria-disabled={isPending} className="sm:self-start">
              {words.make}
            </Button>
          </>
        )}
      </ActionForm>
    </Card>
  )
}

interface ScopeFieldProps {
  label: string
  scopes: readonly Scope[]
  error: PublicError | null
}

function ScopeField({ label, scopes, error }: ScopeFieldProps) {
  const chosen = error?.values ? (error.values.scopes?.split('\n') ?? []) : ['read']
  const flaws = error?.fields?.scopes
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={flaws && 'scopes-error'}>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      {scopes.map(({ value, label: text, hint }) => (
        <label
          key={value}
          className="flex min-h-12 items-center gap-3 rounded-control border border-field bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="checkbox"
            name="scopes"
            value={value}
            defaultChecked={chosen.includes(value)}
            className="size-4 flex-none accent-accent"
          />
          <span>
            <span className="block font-medium">{text}</span>
            <span className="block text-[0.8125rem] text-soft">{hint}</span>
          </span>
        </label>
      ))}
      {flaws ? (
        <p id="scopes-error" className="text-[0.8125rem] font-medium text-bad">
          {flaws.join(' ')}
        </p>
      ) : null}
    </fieldset>
  )
}
