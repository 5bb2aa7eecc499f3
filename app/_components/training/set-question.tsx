'use client'

import { useEffect } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { likelyMeant } from '@/lib/domain/likely-meant'
import { setFields } from '@/lib/domain/set-fields'
import { bestsSoFar } from '@/lib/domain/training/bests-so-far'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { weightText } from '@/lib/domain/weight-text'
import { inView } from './in-view'
import { useSharedTraining } from './training-context'
import type { Question, useSetRow } from './use-set-row'
import { say } from './words'

interface SetQuestionProps {
  row: ReturnType<typeof useSetRow>
  shown: TrainingSet
  facts: ExerciseFacts
  exerciseId: string
  question: Question
}

/** A question before the set is saved: nothing carries down, counts or makes a record until then. */
export function SetQuestion({ row, shown, facts, exerciseId, question }: SetQuestionProps) {
  const { document, words } = useSharedTraining()
  const { slip, noWeight } = words.train
  const { field } = question
  // The field is selected if it still has the focus, so that the next key replaces the doubted figure.
  useEffect(() => {
    const { activeElement } = window.document
    if (activeElement instanceof HTMLInputElement && activeElement.name === field)
      activeElement.select()
  }, [field])
  if (question.about === 'weight')
    return (
      <div ref={inView} className="ex-msg" role="alert">
        <p>{noWeight.ask}</p>
        <Button
          type="button"
          look="quiet"
          size="compact"
          onClick={() => row.fill({ weight: '0' }, question.said)}
        >
          {noWeight.yes}
        </Button>
      </div>
    )
  const text = row.text(field)
  const bests = bestsSoFar(document, exerciseId)
  const heaviest = bests?.heaviestKg ?? null
  const best =
    field === 'reps'
      ? bests?.reps
      : field === 'weight' && heaviest !== null
        ? weightText(heaviest, { unit: shown.weightUnit, what: 'load' })
        : null
  const value = field === 'weight' ? `${text} ${shown.weightUnit}` : text
  const usual = row.suggestion(field)
  const meant = usual && likelyMeant(text, usual)
  const first = setFields(facts.tracking)[0]
  // Shorthand in the first field says several figures, so none of them can be named alone.
  const isNamed = best != null && (field === first || !/[x×*@]/i.test(row.text(first ?? field)))
  return (
    <div ref={inView} className="ex-msg" role="alert">
      <p>
        {isNamed
          ? say(slip.askBest[field === 'reps' ? 'reps' : 'weight'], { value, best })
          : slip.ask}
      </p>
      <Button type="button" look="quiet" size="compact" onClick={row.insist}>
        {isNamed ? say(slip.yesValue, { value: text }) : slip.yes}
      </Button>
      {meant && meant !== text ? (
        <Button
          type="button"
          size="compact"
          onClick={() => row.fill({ [field]: meant }, question.said)}
        >
          {say(slip.makeIt, { value: meant })}
        </Button>
      ) : null}
    </div>
  )
}
