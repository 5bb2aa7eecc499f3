'use client'

import { Button } from '@/app/_components/ui/plain-button'
import { setText } from '@/lib/domain/set-text'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import type { Entry, Problem } from '@/lib/offline/phone-store'
import { useSharedTraining } from './training-context'
import { say } from './words'

type Values = Extract<Entry['operation'], { type: 'logSet' }>['values']

/** An operation that the server did not do: the person decides. */
export function StuckSet({
  entry,
  problem,
  facts,
  onSettle,
}: {
  entry: Entry
  problem: Problem
  facts: ExerciseFacts
  /** Whether the change is to be done once more, or let go. */
  onSettle: (isKept: boolean) => void
}) {
  const { words, document } = useSharedTraining()
  const { train } = words
  const units = { weightUnit: document.training.weightUnit, ...document.person }
  const { operation } = entry
  const mine = operation.type === 'logSet' ? operation.values : null
  const text = (values: Values | TrainingSet) => setText(values, facts.tracking, units) || '–'
  if (problem.kind === 'conflict') {
    const { theirs } = problem
    return (
      <div className="col-span-full flex flex-col gap-2 px-1 pb-2 text-[13px]" role="alert">
        <p className="font-semibold">{train.conflict.title}</p>
        <p className="fig text-[17px]">
          {say(train.conflict.theirs, {
            value: theirs.deletedAt ? train.conflict.removed : text(theirs),
          })}
          {' · '}
          {mine ? say(train.conflict.mine, { value: text(mine) }) : null}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="button" look="quiet" size="compact" onClick={() => onSettle(false)}>
            {train.conflict.takeTheirs}
          </Button>
          <Button type="button" look="quiet" size="compact" onClick={() => onSettle(true)}>
            {train.conflict.keepMine}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="col-span-full flex flex-col gap-2 px-1 pb-2 text-[13px]" role="alert">
      <p>
        {refusalText(problem, train)} {mine ? text(mine) : null}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" look="quiet" size="compact" onClick={() => onSettle(true)}>
          {train.refused.retry}
        </Button>
        <Button type="button" look="quiet" size="compact" onClick={() => onSettle(false)}>
          {train.refused.drop}
        </Button>
      </div>
    </div>
  )
}

export function refusalText(
  problem: Extract<Problem, { kind: 'refused' }>,
  { refused }: { refused: Record<'sessionCompleted' | 'sessionNotFound' | 'other', string> },
): string {
  const { key } = problem
  return key === 'sessionCompleted' || key === 'sessionNotFound' ? refused[key] : refused.other
}
