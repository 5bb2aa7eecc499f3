'use client'

import { useEffect, useRef } from 'react'
import { newId } from '@/lib/core/id'
import { lacksWeight } from '@/lib/domain/set-fields'
import { setText } from '@/lib/domain/set-text'
import type { Turn } from '@/lib/domain/training/blocks'
import { shownSets, unitOf } from '@/lib/domain/training/shown-sets'
import type { TrainingExercise } from '@/lib/domain/training/training'
import { SetRow } from './set-row'
import { useSharedTraining } from './training-context'
import { useStar } from './use-star'
import { say } from './words'

/** More of them are told by how many are done. */
const MOST_SUMMED_UP = 2

interface BlockRoundProps {
  turns: readonly Turn[]
  title: string
  isOpen: boolean
  /** The partners that are called A, B, C in the order of the block. */
  letters?: readonly TrainingExercise[]
  onFocus: (setId: string | null) => void
}

/** A round as one line that opens onto its turns; the current one is open by itself. */
export function BlockRound({ turns, title, isOpen, letters = [], onFocus }: BlockRoundProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  const wasOpen = useRef(isOpen)
  // A round that folds away after its last tick must not take the focus with it.
  useEffect(() => {
    const isFocused = fold.current?.contains(document.activeElement)
    if (wasOpen.current && !isOpen && isFocused)
      fold.current?.querySelector('summary')?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])
  const done = turns.filter(({ set }) => set.isCompleted).length
  return (
    <details ref={fold} open={isOpen} className="group border-t border-line">
      <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-2.5 px-3.5 py-1 group-open:min-h-9">
        <span
          aria-hidden
          className={`w-4 text-center ${done === turns.length ? 'font-bold text-good' : 'text-soft'}`}
        >
          {done === turns.length ? (
            '✓'
          ) : (
            <>
              <span className="group-open:hidden">▸</span>
              <span className="hidden group-open:inline">▾</span>
            </>
          )}
        </span>
        <span className="text-sm font-semibold">{title}</span>
        <span className="fig min-w-0 flex-[1_1_7rem] text-right text-base font-medium text-soft group-open:hidden">
          <Summary {...{ turns, done, letters }} />
        </span>
      </summary>
      <div className="pb-1">
        {turns.map(({ exercise, set }) => {
          const isInLine = exercise.blockKind !== 'superset'
          return (
            <BlockTurn
              key={set.id}
              {...{ exercise, isInLine, onFocus }}
              setId={set.id}
              letter={letterOf(exercise, letters)}
            />
          )
        })}
      </div>
    </details>
  )
}

/** What an exercise of a superset is called in its rounds; empty in other blocks. */
export function letterOf(
  exercise: TrainingExercise,
  partners: readonly TrainingExercise[],
): string {
  const place = exercise.blockKind === 'superset' ? partners.indexOf(exercise) : -1
  return place < 0 ? '' : String.fromCharCode(65 + place)
}

/** What the sets of a round are, where they are few. */
function Summary({
  turns,
  done,
  letters,
}: {
  turns: readonly Turn[]
  done: number
  letters: readonly TrainingExercise[]
}) {
  const { document, words, weightDrafts } = useSharedTraining()
  const { training, person } = document
  if (turns.length > MOST_SUMMED_UP)
    return say(words.train.block.partly, { done, total: turns.length })
  return turns
    .map(({ exercise, set }) => {
      const facts = training.facts[exercise.exerciseId]
      const rows = shownSets(document, exercise, weightDrafts)
      const shown = rows.find((row) => row.set.id === set.id)?.shown
      const units = {
        weightUnit: unitOf(training, exercise.exerciseId),
        distanceUnit: person.distanceUnit,
      }
      if (!facts || !shown) return ''
      const text = setText(shown, facts.tracking, units)
      // Reps alone would read as a weight.
      const figures = lacksWeight(facts.tracking, shown) ? `– × ${text}` : text
      return text && [letterOf(exercise, letters), figures].filter(Boolean).join('\u00a0')
    })
    .filter(Boolean)
    .join(' · ')
}

interface BlockTurnProps {
  exercise: TrainingExercise
  setId: string
  letter: string
  /** Name and fields share one line where there is room. */
  isInLine: boolean
  onFocus: (setId: string | null) => void
}

/** One set of a round under the name of its exercise and what was done last time. */
function BlockTurn({ exercise, setId, letter, isInLine, onFocus }: BlockTurnProps) {
  const { document, words, weightDrafts } = useSharedTraining()
  const star = useStar(exercise)
  const { exerciseId } = exercise
  const facts = document.training.facts[exerciseId]
  const row = shownSets(document, exercise, weightDrafts).find(({ set }) => set.id === setId)
  if (!facts || !row) return null
  const units = {
    weightUnit: unitOf(document.training, exerciseId),
    distanceUnit: document.person.distanceUnit,
  }
  const { previous } = row
  const last = previous && setText(previous, facts.tracking, units)
  return (
    <div className={isInLine ? 'turn turn-line' : 'turn turn-full'} data-log={exercise.id}>
      <p className="turn-who">
        <span className="text-sm leading-tight font-semibold">
          {letter ? (
            <span aria-hidden className="turn-letter">
              {letter}
            </span>
          ) : null}
          {facts.name}
        </span>
        {star?.setId === setId && row.set.isCompleted ? (
          <span className="turn-last text-[0.9375rem] leading-tight font-semibold">
            {star.badge}
          </span>
        ) : last ? (
          <span className="fig turn-last text-[0.9375rem] leading-tight font-medium text-soft">
            {say(words.train.block.last, { set: last })}
          </span>
        ) : null}
      </p>
      <ol>
        <SetRow
          {...row}
          {...{ exerciseId, facts, star }}
          opId={newId()}
          onFocus={(isIn) => onFocus(isIn ? setId : null)}
        />
      </ol>
    </div>
  )
}
