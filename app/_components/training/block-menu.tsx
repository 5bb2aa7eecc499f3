'use client'

import { ArrowDown, ArrowUp, Dumbbell, Link2, Link2Off } from 'lucide-react'
import { groupsOf } from '@/lib/domain/training/blocks'
import { shownSets, unitOf } from '@/lib/domain/training/shown-sets'
import { presentExercises, type TrainingExercise } from '@/lib/domain/training/training'
import { ChangeForm, usePostedChange } from './change-form'
import { ExerciseMenu } from './exercise-menu'
import { MenuButton, MenuFold, MenuLine } from './menu-row'
import { useSharedTraining } from './training-context'
import { say } from './words'

type Group = readonly TrainingExercise[]

interface BlockMenuProps {
  group: Group
  /** Closes the sheet around it; without JavaScript there is none. */
  close?: (() => void) | undefined
}

/** What is done with a block as a whole, and everything about each exercise in it. */
export function BlockMenu({ group, close }: BlockMenuProps) {
  const { document, words } = useSharedTraining()
  const { block } = words.train
  const [first] = group
  if (!first) return null
  const exerciseLogId = first.id
  const groups = groupsOf(presentExercises(document.training))
  const place = groups.findIndex((each) => each[0]?.id === first.id)
  return (
    <div>
      {group.map((exercise) => (
        <Partner key={exercise.id} {...{ exercise, close }} />
      ))}
      <MenuLine />
      {(['up', 'down'] as const).map((direction) => {
        const isEdge = direction === 'up' ? place === 0 : place === groups.length - 1
        return (
          <ChangeForm
            key={direction}
            change={() => ({ type: 'moveExercise', exerciseLogId, direction, isWhole: true })}
          >
            <MenuButton
              icon={direction === 'up' ? ArrowUp : ArrowDown}
              aria-disabled={isEdge || undefined}
            >
              {direction === 'up' ? block.moveUp : block.moveDown}
            </MenuButton>
          </ChangeForm>
        )
      })}
      <Neighbours {...{ first, close }} before={groups[place - 1]} after={groups[place + 1]} />
      <MenuLine />
      <ChangeForm
        change={() => ({ type: 'leaveBlock', exerciseLogId, isWhole: true })}
        onDone={close}
      >
        <MenuButton icon={Link2Off}>
          {first.blockKind === 'superset' ? block.dissolveSuperset : block.dissolve}
        </MenuButton>
      </ChangeForm>
    </div>
  )
}

/** Takes the exercise above or below into the block, where that one stands alone. */
function Neighbours({
  first,
  before,
  after,
  close,
}: Pick<BlockMenuProps, 'close'> & {
  first: TrainingExercise
  before: Group | undefined
  after: Group | undefined
}) {
  const { document, words } = useSharedTraining()
  return [before, after].map((group) => {
    const [other, ...more] = group ?? []
    if (!other || more.length > 0) return null
    const { name = '' } = document.training.facts[other.exerciseId] ?? {}
    return (
      <ChangeForm
        key={other.id}
        change={() => ({ type: 'joinBlock', exerciseLogId: other.id, partnerId: first.id })}
        onDone={close}
      >
        <MenuButton icon={Link2}>{say(words.train.block.take, { name })}</MenuButton>
      </ChangeForm>
    )
  })
}

function Partner({
  exercise,
  close,
}: Pick<BlockMenuProps, 'close'> & { exercise: TrainingExercise }) {
  const { document, weightDrafts } = useSharedTraining()
  const posted = [usePostedChange(), usePostedChange()] as const
  const facts = document.training.facts[exercise.exerciseId]
  if (!facts) return null
  const rows = shownSets(document, exercise, weightDrafts)
  const unit = unitOf(document.training, exercise.exerciseId)
  return (
    <MenuFold
      icon={Dumbbell}
      label={facts.name}
      isOpen={posted.some(([answer]) => answer !== null) || undefined}
    >
      <div className="-mr-4 border-l-2 border-line">
        <ExerciseMenu {...{ exercise, facts, rows, unit, posted, close }} />
      </div>
    </MenuFold>
  )
}
