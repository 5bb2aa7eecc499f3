'use client'

import type { TrainingSet } from '@/lib/domain/training/training'
import type { SetState as State } from './state-of-set'
import { useSharedTraining } from './training-context'

const TONES = {
  saved: '',
  saving: '',
  onPhone: 'text-watch',
  inWindow: 'text-watch',
  problem: 'text-bad',
}

/** The truth about a set. It lies over the row's lower edge, so that nothing moves when it changes. */
export function SetState({
  state,
  set,
  hasRecord,
  plainRecord,
}: {
  state: State
  set: TrainingSet
  hasRecord: boolean
  /** The same as the server knows it, for a browser without JavaScript. */
  plainRecord: boolean
}) {
  const { train } = useSharedTraining().words
  const isTouched = set.isCompleted || set.revision > 1
  const text =
    state.is === 'problem' ? train.state.refused : isTouched ? train.state[state.is] : null
  return (
    <p
      className="pointer-events-none absolute top-[42px] right-[62px] flex gap-2 text-[11px] leading-none font-semibold text-soft"
      aria-live="polite"
    >
      <noscript>
        {plainRecord ? <span className="text-accent">★ {train.record}</span> : null}
      </noscript>
      {hasRecord && set.isCompleted ? <span className="text-accent">★ {train.record}</span> : null}
      {set.isSlip && set.isCompleted ? <span>{train.slip.kept}</span> : null}
      {text ? <span className={TONES[state.is]}>{text}</span> : null}
    </p>
  )
}
