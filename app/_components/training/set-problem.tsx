'use client'

import { Suspense } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { SetQuestion, StuckSet } from './later-parts'
import { useSharedTraining } from './training-context'
import type { useSetRow } from './use-set-row'
import { say, type TrainWords } from './words'

interface SetProblemProps {
  row: ReturnType<typeof useSetRow>
  set: TrainingSet
  shown: TrainingSet
  facts: ExerciseFacts
  exerciseId: string
}

/** What keeps a set from being saved, in words, and what can be done about it. Inside the row's form. */
export function SetProblem({ row, set, shown, facts, exerciseId }: SetProblemProps) {
  const { words } = useSharedTraining()
  const { train } = words
  const posted = row.posted?.[0]
  const sentences = Object.entries(row.issues).flatMap(([name, issue]) => {
    if (!issue) return []
    if (name === 'rpe' || issue.key === 'required') return [train.missing[missingName(name)]]
    return [`${train.state.refused}. ${say(words.fields[issue.key] ?? issue.key, issue.values)}`]
  })
  const asked = wasAsked(row, set)
  const said = sentences.length > 0 || asked ? sentences : postedSentences(posted, words)
  const entry = row.state.is === 'problem' ? row.state.entry : null
  return (
    <>
      <div className="ex-msg text-bad" role="alert">
        {said.length > 0 ? <p>{said.join(' ')}</p> : null}
      </div>
      {row.question ? (
        <Suspense>
          <SetQuestion {...{ row, shown, facts, exerciseId }} question={row.question} />
        </Suspense>
      ) : asked ? (
        <PostedQuestion {...{ row, asked }} />
      ) : null}
      {set.isSlip && set.isCompleted && !row.question ? (
        <div className="ex-msg text-soft">
          <p>{train.slip.kept}</p>
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

/** The same without JavaScript: the next post says that it is meant. */
function PostedQuestion({
  row,
  asked,
}: {
  row: ReturnType<typeof useSetRow>
  asked: 'unbelievable' | 'weightMissing'
}) {
  const { slip, noWeight } = useSharedTraining().words.train
  const isWeight = asked === 'weightMissing'
  return (
    <div className="ex-msg" role="alert">
      <p>{isWeight ? noWeight.ask : slip.ask}</p>
      {row.posted?.[0]?.values?.isCompleted ? (
        <input type="hidden" name="isCompleted" value="on" />
      ) : null}
      <Button look="quiet" size="compact" name={isWeight ? 'hasNoWeight' : 'isMeant'} value="on">
        {isWeight ? noWeight.yes : slip.yes}
      </Button>
    </div>
  )
}

/** What a post without JavaScript was asked about the set as it stands; its next one answers that. */
export function wasAsked(
  { posted }: Pick<ReturnType<typeof useSetRow>, 'posted'>,
  set: TrainingSet,
): 'unbelievable' | 'weightMissing' | null {
  const error = posted?.[0]
  if (error?.values?.baseRevision !== String(set.revision)) return null
  return error.key === 'unbelievable' || error.key === 'weightMissing' ? error.key : null
}

const missingName = (field: string) =>
  field === 'durationSeconds' || field === 'distance' || field === 'weight' || field === 'rpe'
    ? field
    : 'reps'

/** The same sentences for a post without JavaScript, whose answer has them in words already. */
function postedSentences(
  error: { fields?: Record<string, readonly string[]>; message: string } | null | undefined,
  { train, fields }: TrainWords,
): string[] {
  if (!error) return []
  const named = Object.entries(error.fields ?? {}).flatMap(([name, sentences]) =>
    sentences.map((sentence) =>
      sentence === fields.required
        ? train.missing[missingName(name)]
        : `${train.state.refused}. ${sentence}`,
    ),
  )
  return named.length > 0 ? named : [error.message]
}
