'use client'

import { type ReactNode, useActionState } from 'react'
import { ActionForm, StateForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import type { PublicError } from '@/lib/core/result'
import { RecoveryCodes, type RecoveryWords } from './recovery-codes'
import {
  cancelTwoFactorAction,
  confirmTwoFactorAction,
  makeRecoveryCodesAction,
  startTwoFactorAction,
  turnOffTwoFactorAction,
} from './two-factor-actions'

type Word =
  | 'password'
  | 'start'
  | 'firstCode'
  | 'confirm'
  | 'cancel'
  | 'code'
  | 'codesLeft'
  | 'newCodes'
  | 'newCodesAsk'
  | 'makeCodes'
  | 'turnOff'
  | 'turnOffAsk'
  | 'anyCode'
  | 'turnOffYes'

interface TwoFactorPanelProps {
  isOn: boolean
  hasPassword: boolean
  /** What the app needs, while it is being set up. */
  setup: ReactNode | null
  words: Record<Word, string> & { recovery: RecoveryWords }
}

/**
 * Switching the second step on and off. The two forms whose answer holds recovery codes keep their
 * state here, since the answer comes with a page on which the form itself is gone.
 */
export function TwoFactorPanel({ isOn, hasPassword, setup, words }: TwoFactorPanelProps) {
  const confirming = useActionState(confirmTwoFactorAction, null)
  const renewing = useActionState(makeRecoveryCodesAction, null)
  const codes = (renewing[0]?.[1] ?? confirming[0]?.[1])?.recoveryCodes
  if (isOn) {
    return (
      <div className="flex flex-col gap-4">
        {codes ? <RecoveryCodes codes={codes} words={words.recovery} /> : null}
        <p className="print:hidden">{words.codesLeft}</p>
        <Folded summary={words.newCodes} lead={words.newCodesAsk} isOpen={hasFailed(renewing[0])}>
          <StateForm actionState={renewing} className="flex flex-col gap-4">
            {({ error, isPending }) => (
              <>
                <CodeField label={words.code} error={error} />
                <Button aria-disabled={isPending}>{words.makeCodes}</Button>
              </>
            )}
          </StateForm>
        </Folded>
        <TurnOff words={words} />
      </div>
    )
  }
  if (!setup) return <Start hasPassword={hasPassword} words={words} />
  return (
    <div className="flex flex-col gap-4">
      {setup}
      <StateForm actionState={confirming} className="flex flex-col gap-4">
        {({ error, isPending }) => (
          <>
            <CodeField label={words.firstCode} error={error} />
            <Button aria-disabled={isPending}>{words.confirm}</Button>
          </>
        )}
      </StateForm>
      <ActionForm action={cancelTwoFactorAction} className="grid">
        <Button look="quiet">{words.cancel}</Button>
      </ActionForm>
    </div>
  )
}

function Start({ hasPassword, words }: Pick<TwoFactorPanelProps, 'hasPassword' | 'words'>) {
  return (
    <ActionForm action={startTwoFactorAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          {hasPassword ? (
            <TextField
              label={words.password}
              name="password"
              error={error}
              type="password"
              autoComplete="current-password"
              required
            />
          ) : null}
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.start}
          </Button>
        </>
      )}
    </ActionForm>
  )
}

function TurnOff({ words }: Pick<TwoFactorPanelProps, 'words'>) {
  const turningOff = useActionState(turnOffTwoFactorAction, null)
  return (
    <Folded
      summary={words.turnOff}
      lead={words.turnOffAsk}
      isOpen={hasFailed(turningOff[0])}
      isDangerous
    >
      <StateForm actionState={turningOff} className="flex flex-col gap-4">
        {({ error, isPending }) => (
          <>
            <TextField
              label={words.anyCode}
              name="anyCode"
              error={error}
              autoComplete="one-time-code"
              autoCapitalize="none"
              maxLength={40}
              required
            />
            <Button look="danger" aria-disabled={isPending}>
              {words.turnOffYes}
            </Button>
          </>
        )}
      </StateForm>
    </Folded>
  )
}

const hasFailed = (state: readonly [PublicError | null, unknown] | null): boolean =>
  Boolean(state?.[0])

/** What changes something that is on, behind a second tap; open again where it was refused. */
function Folded(props: {
  summary: string
  lead: string
  isOpen: boolean
  isDangerous?: boolean
  children: ReactNode
}) {
  const { summary, lead, isOpen, isDangerous, children } = props
  return (
    <details open={isOpen} className="border-t border-line pt-1 print:hidden">
      <summary className={`py-2.5 font-semibold ${isDangerous ? 'text-bad' : 'text-accent'}`}>
        {summary}
      </summary>
      <div className="flex flex-col gap-3 pt-1 pb-2">
        <p className="text-soft">{lead}</p>
        {children}
      </div>
    </details>
  )
}

function CodeField({ label, error }: { label: string; error: PublicError | null }) {
  return (
    <TextField
      label={label}
      name="code"
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      required
    />
  )
}
