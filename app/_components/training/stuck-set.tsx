'use client'

import { Button } from '@/app/_components/ui/plain-button'
import { setText } from '@/lib/domain/set-text'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import type { Entry, Problem } from '@/lib/offline/phone-store'
import { inView } from './in-view'
import { useSharedTraining } from './training-context'
import { say, type TrainWords } from './words'

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
      <div
        ref={inView}
        className="col-span-full flex flex-col gap-2 px-1 pb-2 text-[0.8125rem]"
        role="alert"
      >
        <p className="font-semibold">{train.conflict.title}</p>
        <p className="fig text-[1.0625rem]">
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
    <div
      ref={inView}
      className="col-span-full flex flex-col gap-2 px-1 pb-2 text-[0.8125rem]"
      role="alert"
    >
      <p>
        {refusalText(problem, words)} {mine ? text(mine) : null}
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

/** Why the server did not do something: the reason, and what is wrong with which figure. */
export function refusalText(
  { key, fields = {} }: Extract<Problem, { kind: 'refused' }>,
  { train: { refused }, fields: sentences }: TrainWords,
): string {
  const issues = Object.values(fields).map((issue) =>
    say(sentences[issue.key] ?? issue.key, issue.values),
  )
  const known = REFUSALS.find((each) => each === key)
  return [refused[known ?? 'other'], ...issues].join(' ')
}

const REFUSALS = ['sessionCompleted', 'sessionNotFound', 'notFound', 'workoutFull'] as const
