'use client'

import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { ClientOnly } from './client-only'
import { useSharedTraining } from './training-context'

interface SetKindProps {
  set: TrainingSet
  facts: ExerciseFacts
  label: string
  name: string
  onOpen: () => void
}

/** The number or letter of a set. It opens the menu of the set; without JavaScript it lists kinds. */
export function SetKind({ set, facts, label, name, onOpen }: SetKindProps) {
  const { train } = useSharedTraining().words
  const side = set.side ? train.sideLetters[set.side] : ''
  return (
    <span className="ex-tile">
      <span data-letter={set.kind === 'normal' ? undefined : ''}>
        {side ? label.slice(0, -side.length) : label}
        {side ? <small>{side}</small> : null}
      </span>
      <ClientOnly>
        <button
          type="button"
          aria-label={name}
          aria-haspopup="dialog"
          className="absolute inset-0 rounded-[10px]"
          onClick={onOpen}
        />
      </ClientOnly>
      <noscript>
        {typeof window === 'undefined' ? <KindList {...{ set, facts, name }} /> : null}
      </noscript>
      {set.side ? <input type="hidden" name="side" value={set.side} /> : null}
    </span>
  )
}

function KindList({ set, facts, name }: Pick<SetKindProps, 'set' | 'facts' | 'name'>) {
  const { train } = useSharedTraining().words
  return (
    <select
      name="kind"
      aria-label={name}
      defaultValue={set.kind}
      className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0 focus-visible:opacity-100"
    >
      {Object.entries(train.kinds).map(([kind, name]) => (
        <option key={kind} value={kind}>
          {name}
        </option>
      ))}
      {facts.isUnilateral
        ? (['both', 'left', 'right'] as const).map((each) => (
            <option key={each} value={`${set.kind} ${each}`}>
              {train.sides[each]}
            </option>
          ))
        : null}
    </select>
  )
}
