'use client'

import { useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import { inARow, setsText, targetText } from '@/lib/domain/target-text'
import { takesTurns } from '@/lib/domain/training/blocks'
import { inUnit, shownSets, unitOf } from '@/lib/domain/training/shown-sets'
import {
  type ExerciseFacts,
  presentSets,
  type TrainingDocument,
  type TrainingExercise,
} from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { BarHelp } from './bar-help'
import { CardTruth } from './card-truth'
import { ChangeForm, usePostedChange } from './change-form'
import { Disclosure } from './disclosure'
import { ExerciseMenu } from './exercise-menu'
import { ExerciseSheet } from './later-parts'
import { SetColumns } from './set-columns'
import { SetRow } from './set-row'
import { useSharedTraining } from './training-context'
import { useStar } from './use-star'
import { say } from './words'

/** One exercise: what to do, its sets, and everything that helps with them. */
export function ExerciseCard({ exercise }: { exercise: TrainingExercise }) {
  const { document, words, weightDrafts, nextSetId } = useSharedTraining()
  const posted = [usePostedChange(), usePostedChange()] as const
  const star = useStar(exercise)
  const [focusedSetId, setFocused] = useState<string | null>(null)
  const { train } = words
  const { training } = document
  const facts = training.facts[exercise.exerciseId]
  if (!facts) return null
  const rows = shownSets(document, exercise, weightDrafts)
  const unit = unitOf(training, exercise.exerciseId)
  // A step beside a card that is done would change a logged set unseen.
  const open = rows.filter(({ set }) => !set.isCompleted)
  const active =
    open.find(({ set }) => set.id === focusedSetId) ??
    open.find(({ set }) => set.id === nextSetId) ??
    open[0]
  return (
    <Card
      className="ex relative pt-2.5"
      aria-labelledby={`exercise-${exercise.id}`}
      id={`log-${exercise.id}`}
    >
      <header className="px-3.5 pb-2">
        <h2 id={`exercise-${exercise.id}`} className="pr-12 text-[1.0625rem] font-semibold">
          <a
            href={`/exercises/${exercise.exerciseId}?workout=${training.id}`}
            className="underline decoration-line underline-offset-4"
          >
            {facts.name}
          </a>
        </h2>
        <p className="min-h-5 pr-12 text-[0.8125rem] text-soft">
          {subtitle(exercise, facts, { words, document })}
        </p>
        {exercise.reason ? (
          <p className="text-[0.8125rem]">
            {say(words.why[exercise.reason.key] ?? '', {
              ...exercise.reason.values,
              you: words.whoLast,
            })}
          </p>
        ) : null}
        {exercise.planNotes ? (
          <p className="text-[0.8125rem] text-soft">
            {say(train.plan, { note: exercise.planNotes })}
          </p>
        ) : null}
        {exercise.notes ? (
          <p className="text-[0.8125rem] whitespace-pre-line">{exercise.notes}</p>
        ) : null}
      </header>
      <SetColumns {...{ facts, unit }} setId={active?.set.id} />
      <ol>
        {rows.map((row) => (
          <SetRow
            key={row.set.id}
            {...row}
            exerciseId={exercise.exerciseId}
            facts={facts}
            opId={newId()}
            star={star}
            onFocus={(isIn) => setFocused(isIn ? row.set.id : null)}
          />
        ))}
      </ol>
      <footer className="flex flex-wrap items-center gap-1.5 px-2.5 pt-1 pb-2">
        <ChangeForm
          change={() => ({
            type: 'addSets',
            exerciseLogId: exercise.id,
            sets: [{ id: newId(), kind: 'normal' }],
            isFirst: false,
          })}
        >
          <Button look="quiet" size="compact">
            {train.addSet}
          </Button>
        </ChangeForm>
        {active ? <BarHelp {...{ facts, active }} exerciseId={exercise.exerciseId} /> : null}
        <CardTruth rows={rows} focusedSetId={focusedSetId} />
        <Disclosure
          name={say(train.menu.open, { exercise: facts.name })}
          isOpenAtFirst={posted.some(([answer]) => answer !== null) || undefined}
          plain={
            typeof window === 'undefined' ? (
              <ExerciseMenu {...{ exercise, facts, rows, unit, posted }} />
            ) : null
          }
        >
          {(close) => (
            <ExerciseSheet {...{ exercise, facts, rows, unit, posted }} onClose={close} />
          )}
        </Disclosure>
      </footer>
    </Card>
  )
}

function subtitle(
  exercise: TrainingExercise,
  facts: ExerciseFacts,
  { words, document }: Pick<ReturnType<typeof useSharedTraining>, 'words' | 'document'>,
): string {
  const { train } = words
  const rest = exercise.restSeconds ?? facts.restSeconds
  return [
    takesTurns(exercise) ? '' : train.blocks[exercise.blockKind],
    asked(exercise, facts, document),
    rest ? say(train.restFor, { time: formatDuration(rest) }) : '',
    exercise.tempo ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the plan asks of the working sets, equal ones in a row together: `3 × 8–12 · 60 kg`, `9, 9, 8 · 10 kg`. */
function asked(
  exercise: TrainingExercise,
  facts: ExerciseFacts,
  { person, training }: TrainingDocument,
): string {
  const about = { tracking: facts.tracking, unit: person.distanceUnit }
  const unit = unitOf(training, exercise.exerciseId)
  const texts = presentSets(exercise).flatMap(({ kind, target }) => {
    if (kind === 'warmup' || !target) return []
    const { weight, weightUnit } = target
    const shown = weightUnit
      ? { ...target, ...inUnit({ weight, weightUnit }, unit, facts) }
      : target
    return targetText(shown, about) || []
  })
  return setsText(inARow(texts))
}
