'use client'

import { SET_KINDS } from '@/lib/domain/plan-kinds'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { useSharedTraining } from './training-context'
import type { useSetRow } from './use-set-row'

interface SetKindProps {
  set: TrainingSet
  facts: ExerciseFacts
  label: string
  name: string
  keep: ReturnType<typeof useSetRow>['keep']
}

/** The number or letter of a set; pressed it chooses the kind, and the side where there are two. */
export function SetKind({ set, facts, label, name, keep }: SetKindProps) {
  const { train } = useSharedTraining().words
  const side = set.side ? train.sideLetters[set.side] : ''
  return (
    <span className="ex-tile">
      <span data-letter={set.kind === 'normal' ? undefined : ''}>
        {side ? label.slice(0, -side.length) : label}
        {side ? <small>{side}</small> : null}
      </span>
      <select
        name="kind"
        aria-label={name}
        key={`${set.kind}${set.side}`}
        defaultValue={set.kind}
        onChange={({ currentTarget: { value } }) => {
          const kind = SET_KINDS.find((each) => each === value)
          const chosen = (['left', 'right'] as const).find((each) => value.endsWith(each)) ?? null
          keep(kind ? { kind } : { side: chosen })
        }}
        className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0 focus-visible:opacity-100"
      >
        {SET_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {train.kinds[kind]}
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
      {set.side ? <input type="hidden" name="side" value={set.side} /> : null}
    </span>
  )
}
