'use client'

import { Button } from '@/app/_components/ui/plain-button'
import { groupsOf } from '@/lib/domain/training/blocks'
import { shownSets, unitOf } from '@/lib/domain/training/shown-sets'
import { presentExercises, type TrainingExercise } from '@/lib/domain/training/training'
import { ChangeForm, usePostedChange } from './change-form'
import { ExerciseHelp } from './exercise-help'
import { ExerciseMenu } from './exercise-menu'
import { useSharedTraining } from './training-context'
import { say } from './words'

type Group = readonly TrainingExercise[]

/** What is done with a block as a whole, and everything about each exercise in it. */
export function BlockMenu({ group }: { group: Group }) {
  const { document, words } = useSharedTraining()
  const { block } = words.train
  const [first] = group
  if (!first) return null
  const exerciseLogId = first.id
  const groups = groupsOf(presentExercises(document.training))
  const place = groups.findIndex((each) => each[0]?.id === first.id)
  return (
    <div className="mt-1 flex flex-col gap-3 pb-2">
      <div className="flex flex-wrap gap-2">
        {(['up', 'down'] as const).map((direction) => {
          const isEdge = direction === 'up' ? place === 0 : place === groups.length - 1
          return (
            <ChangeForm
              key={direction}
              change={() => ({ type: 'moveExercise', exerciseLogId, direction, isWhole: true })}
            >
              <Button look="quiet" size="compact" aria-disabled={isEdge || undefined}>
                {direction === 'up' ? block.moveUp : block.moveDown}
              </Button>
            </ChangeForm>
          )
        })}
        <Neighbours {...{ first }} before={groups[place - 1]} after={groups[place + 1]} />
        <ChangeForm change={() => ({ type: 'leaveBlock', exerciseLogId, isWhole: true })}>
          <Button look="quiet" size="compact">
            {first.blockKind === 'superset' ? block.dissolveSuperset : block.dissolve}
          </Button>
        </ChangeForm>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {group.map((exercise) => (
          <Partner key={exercise.id} exercise={exercise} />
        ))}
      </ul>
    </div>
  )
}

/** Takes the exercise above or below into the block, where that one stands alone. */
function Neighbours({
  first,
  before,
  after,
}: {
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
      >
        <Button look="quiet" size="compact" className="text-left whitespace-normal!">
          {say(words.train.block.take, { name })}
        </Button>
      </ChangeForm>
    )
  })
}

function Partner({ exercise }: { exercise: TrainingExercise }) {
  const { document, weightDrafts } = useSharedTraining()
  const posted = [usePostedChange(), usePostedChange()] as const
  const facts = document.training.facts[exercise.exerciseId]
  if (!facts) return null
  const rows = shownSets(document, exercise, weightDrafts)
  const unit = unitOf(document.training, exercise.exerciseId)
  return (
    <li>
      <details open={posted.some(([answer]) => answer !== null) || undefined}>
        <summary className="min-h-11 py-2.5 font-semibold wrap-anywhere">{facts.name}</summary>
        <ExerciseHelp {...{ exercise, facts, rows }} />
        <ExerciseMenu {...{ exercise, facts, rows, unit, posted }} />
      </details>
    </li>
  )
}
