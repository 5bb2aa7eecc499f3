'use client'

import { Button } from '@/app/_components/ui/button'
import { setText } from '@/lib/domain/set-text'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import type { Entry, Problem } from '@/lib/offline/phone-store'
import { useSharedTraining } from './training-context'
import type { useSetRow } from './use-set-row'
import { say } from './words'

interface SetProblemProps {
  row: ReturnType<typeof useSetRow>
  set: TrainingSet
  facts: ExerciseFacts
  label: string
}

/** What keeps a set from being saved, in words, and what can be done about it. Inside the row's form. */
export function SetProblem({ row, set, facts }: SetProblemProps) {
  const { words, settle } = useSharedTraining()
  const { train } = words
  const posted = row.posted?.[0]
  const sentences = Object.entries(row.issues).flatMap(([, issue]) =>
    issue ? [say(words.fields[issue.key] ?? issue.key, issue.values)] : [],
  )
  const said = sentences.length > 0 ? sentences : postedSentences(posted)
  const entry = row.state.is === 'problem' ? row.state.entry : null
  const isAsked = row.isAsked || wasAsked(row, set)
  return (
    <>
      <div
        className="col-span-full px-1 pb-1.5 text-right text-xs font-semibold text-bad empty:hidden"
        role="alert"
      >
        {isAsked
          ? train.slip.ask
          : said.length > 0
            ? `${train.state.refused}: ${said.join(' ')}`
            : null}
      </div>
      {isAsked ? (
        <div className="col-span-full flex justify-end gap-2 pb-2">
          {posted?.values?.isCompleted ? (
            <input type="hidden" name="isCompleted" value="on" />
          ) : null}
          <Button
            look="quiet"
            size="compact"
            name="isMeant"
            value="on"
            onClick={(event) => {
              event.preventDefault()
              row.insist()
            }}
          >
            {train.slip.yes}
          </Button>
        </div>
      ) : null}
      {entry?.problem ? (
        <Stuck
          {...{ entry, facts }}
          problem={entry.problem}
          onSettle={(isKept) => void settle(entry, isKept)}
        />
      ) : null}
    </>
  )
}

/** Whether a post without JavaScript was answered with the question, so that its next one says more. */
export const wasAsked = (
  { posted }: Pick<ReturnType<typeof useSetRow>, 'posted'>,
  set: TrainingSet,
): boolean => posted?.[0]?.key === 'unbelievable' && set.revision === 1

const postedSentences = (
  error: { fields?: Record<string, readonly string[]>; message: string } | null | undefined,
): string[] => {
  if (!error) return []
  const named = Object.values(error.fields ?? {}).flat()
  return named.length > 0 ? named : [error.message]
}

type Values = Extract<Entry['operation'], { type: 'logSet' }>['values']

/** An operation that the server did not do: the person decides. */
function Stuck({
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
