'use client'

import './block-card.css'
import { useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import {
  isTimed,
  plannedBlockOf,
  restAfterRound,
  restBetween,
  roundsOf,
} from '@/lib/domain/training/blocks'
import { shownSets } from '@/lib/domain/training/shown-sets'
import type { TrainingExercise } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { BarHelp } from './bar-help'
import { BlockMenu } from './block-menu'
import { BlockRound, letterOf } from './block-round'
import { CardTruth } from './card-truth'
import { ChangeForm } from './change-form'
import { ClientOnly } from './client-only'
import { Disclosure } from './disclosure'
import { BlockClock, BlockSheet } from './later-parts'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

type Group = readonly TrainingExercise[]

/** Exercises that take turns, round by round: past and coming rounds are folded. */
export function BlockCard({ group }: { group: Group }) {
  const { document, words, weightDrafts } = useSharedTraining()
  const [focusedSetId, setFocused] = useState<string | null>(null)
  const { block } = words.train
  const [first] = group
  if (!first) return null
  const { warmUps, rounds } = roundsOf(group)
  const open = rounds.findIndex((turns) => turns.some(({ set }) => !set.isCompleted))
  const name = nameOf(first, document.training, block)
  const exercises = group
    .map(({ exerciseId }) => document.training.facts[exerciseId]?.name)
    .join(', ')
  const menuName = say(block.open, { name, exercises })
  return (
    <Card
      className="ex relative pt-3.5"
      aria-labelledby={`block-${first.id}`}
      id={`block-of-${first.id}`}
    >
      <header className="px-3.5 pb-2">
        <h2 id={`block-${first.id}`} className="pr-13 text-[1.0625rem] font-semibold">
          {name}
        </h2>
        <p className="min-h-5 pr-13 text-[0.8125rem] text-soft">
          {open < 0 ? `${exercises} · ` : ''}
          <Plan {...{ group, open }} rounds={rounds.length} />
        </p>
      </header>
      <Progress {...{ rounds: rounds.length, open }} />
      {isTimed(first) ? (
        <ClientOnly>
          <BlockClock group={group} />
        </ClientOnly>
      ) : null}
      {warmUps.length > 0 ? (
        <BlockRound
          turns={warmUps}
          title={block.warmUp}
          isOpen={warmUps.some(({ set }) => !set.isCompleted)}
          onFocus={setFocused}
        />
      ) : null}
      {rounds.map((turns, index) => (
        <BlockRound
          key={turns[0]?.set.id}
          turns={turns}
          title={say(block.round, { round: index + 1 })}
          isOpen={index === open}
          letters={group.length > 1 ? group : []}
          onFocus={setFocused}
        />
      ))}
      <footer className="flex flex-wrap items-start gap-1.5 border-t border-line px-2.5 py-2.5">
        <ChangeForm
          change={() => ({
            type: 'addRound',
            exerciseLogId: first.id,
            setIds: group.map(() => newId()),
          })}
        >
          <Button look="quiet" size="compact">
            {block.addRound}
          </Button>
        </ChangeForm>
        <TrainingLink
          view="add"
          join={first.id}
          look="quiet"
          size="compact"
          aria-label={block.addTo}
        >
          + {block.exercise}
        </TrainingLink>
        <CurrentBar group={group} />
        <CardTruth
          rows={group.flatMap((each) => shownSets(document, each, weightDrafts))}
          focusedSetId={focusedSetId}
        />
        <Disclosure
          name={menuName}
          plain={typeof window === 'undefined' ? <BlockMenu group={group} /> : null}
        >
          {(close) => <BlockSheet {...{ group, name }} onClose={close} />}
        </Disclosure>
      </footer>
    </Card>
  )
}

type Words = ReturnType<typeof useSharedTraining>['words']['train']['block']

/** `Superset`, `EMOM 12 min`. */
function nameOf(
  first: TrainingExercise,
  training: Parameters<typeof plannedBlockOf>[0],
  { names, timed }: Words,
): string {
  const named = Object.entries(names).find(([kind]) => kind === first.blockKind)?.[1] ?? ''
  const cap = plannedBlockOf(training, first)?.timeCapSeconds
  if (!cap || first.blockKind === 'for_time') return named
  return say(timed, { name: named, minutes: Math.round(cap / 60) })
}

/** Where one is, and how long to rest. */
function Plan({ group, rounds, open }: { group: Group; rounds: number; open: number }) {
  const { document, words } = useSharedTraining()
  const { train } = words
  const { block } = train
  const [first] = group
  if (!first) return null
  const { training, person } = document
  const rest = restAfterRound(training, first, person.restSeconds)
  const between = Math.max(0, ...group.slice(0, -1).map((each) => restBetween(training, each)))
  const count = say(rounds === 1 ? block.one : block.other, { count: rounds })
  const resting = {
    time: formatDuration(rest),
    between: formatDuration(between),
  }
  return [
    isTimed(first) && first.blockKind !== 'interval' ? train.blocks[first.blockKind] : '',
    open < 0
      ? say(block.allDone, { rounds: count })
      : say(block.roundOf, { round: open + 1, rounds }),
    rest > 0 ? say(between > 0 ? block.between : block.restAfter, resting) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

const MOST_SEGMENTS = 24

/** A line a round. More than fit are said by the words above. */
function Progress({ rounds, open }: { rounds: number; open: number }) {
  if (rounds < 2 || rounds > MOST_SEGMENTS) return null
  return (
    <div aria-hidden className="flex gap-1 px-3.5 pb-2">
      {Array.from({ length: rounds }, (_, round) => {
        const colour =
          open < 0 || round < open ? 'bg-soft' : round === open ? 'bg-accent' : 'bg-line'
        // biome-ignore lint/suspicious/noArrayIndexKey: A line is nothing but its place.
        return <i key={round} className={`h-1 flex-1 rounded-full ${colour}`} />
      })}
    </div>
  )
}

/** Steps and plates for the exercise whose turn it is. */
function CurrentBar({ group }: { group: Group }) {
  const { document, weightDrafts, nextSetId } = useSharedTraining()
  const exercise = group.find(({ sets }) => sets.some((set) => set.id === nextSetId))
  const facts = exercise && document.training.facts[exercise.exerciseId]
  const active =
    exercise && shownSets(document, exercise, weightDrafts).find(({ set }) => set.id === nextSetId)
  if (!facts || !active) return null
  const letter = group.length > 1 ? letterOf(exercise, group) : ''
  return (
    <span className="flex max-w-full flex-wrap gap-1.5">
      {letter ? (
        <span aria-hidden className="self-center pl-1 text-sm font-semibold text-soft">
          {letter}
        </span>
      ) : null}
      <BarHelp {...{ facts, active }} exerciseId={exercise.exerciseId} />
    </span>
  )
}
