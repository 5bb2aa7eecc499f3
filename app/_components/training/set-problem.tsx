'use client'

import { Suspense } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { StuckSet } from './later-parts'
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
  const { words } = useSharedTraining()
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
        <Suspense>
          <StuckSet
            {...{ entry, facts }}
            problem={entry.problem}
            onSettle={(isKept) => row.settle(entry, isKept)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** Whether a post without JavaScript was answered with the question, so that its next one says more. */
export const wasAsked = (
  { posted }: Pick<ReturnType<typeof useSetRow>, 'posted'>,
  set: TrainingSet,
): boolean =>
  posted?.[0]?.key === 'unbelievable' && posted[0].values?.baseRevision === String(set.revision)

const postedSentences = (
  error: { fields?: Record<string, readonly string[]>; message: string } | null | undefined,
): string[] => {
  if (!error) return []
  const named = Object.values(error.fields ?? {}).flat()
  return named.length > 0 ? named : [error.message]
}
