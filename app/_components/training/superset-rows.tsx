'use client'

import { Link2, Link2Off } from 'lucide-react'
import { groupsOf, takesTurns } from '@/lib/domain/training/blocks'
import { presentExercises, type TrainingExercise } from '@/lib/domain/training/training'
import { ChangeForm } from './change-form'
import { MENU_LINK, MenuButton, MenuFold, MenuLabel } from './menu-row'
import { placeOfLog } from './place-of-log'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

interface SupersetRowsProps {
  exercise: TrainingExercise
  close?: (() => void) | undefined
}

/** Makes a superset with a new exercise or another one, the nearest first, or leaves the one it is in. */
export function SupersetRows({ exercise, close }: SupersetRowsProps) {
  const { document, words } = useSharedTraining()
  const { block } = words.train
  const exerciseLogId = exercise.id
  const onJoined = () => {
    close?.()
    // The timeout lets React render the exercise at its new place first.
    setTimeout(() => placeOfLog(exerciseLogId)?.scrollIntoView({ block: 'center' }))
  }
  const groups = groupsOf(presentExercises(document.training))
  const own = groups.findIndex((group) => group.includes(exercise))
  if (takesTurns(exercise) && (groups[own]?.length ?? 0) > 1)
    return (
      <ChangeForm
        change={() => ({ type: 'leaveBlock', exerciseLogId, isWhole: false })}
        onDone={close}
      >
        <MenuButton icon={Link2Off}>
          {exercise.blockKind === 'superset' ? block.leaveSuperset : block.leave}
        </MenuButton>
      </ChangeForm>
    )
  const partners = groups
    .map((group, at) => ({ partner: group[0], distance: Math.abs(at - own) }))
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => a.distance - b.distance)
  return (
    <MenuFold icon={Link2} label={block.make}>
      <div className="ml-5 -mr-4 border-l-2 border-line">
        <TrainingLink view="add" join={exercise.id} className={MENU_LINK}>
          <MenuLabel icon={Link2}>{block.withNew}</MenuLabel>
        </TrainingLink>
        {partners.map(({ partner }) =>
          partner ? (
            <ChangeForm
              key={partner.id}
              change={() => ({ type: 'joinBlock', exerciseLogId, partnerId: partner.id })}
              onDone={onJoined}
            >
              <MenuButton icon={Link2}>
                {say(block.with, { name: document.training.facts[partner.exerciseId]?.name ?? '' })}
              </MenuButton>
            </ChangeForm>
          ) : null,
        )}
      </div>
    </MenuFold>
  )
}
