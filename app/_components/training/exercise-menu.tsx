'use client'

import {
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  ArrowUpDown,
  BookOpen,
  ChartLine,
  ListOrdered,
  StickyNote,
  Trash2,
} from 'lucide-react'
import { Button } from '@/app/_components/ui/plain-button'
import { setLabel } from '@/lib/domain/set-numbers'
import { groupsOf, partnersOf, takesTurns } from '@/lib/domain/training/blocks'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, TrainingExercise } from '@/lib/domain/training/training'
import { presentExercises } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import { ChangeForm, type PostedChange } from './change-form'
import { ExerciseHelp } from './exercise-help'
import { ExercisePreferences } from './exercise-preferences'
import { MENU_LINK, MenuButton, MenuFold, MenuLabel, MenuLine } from './menu-row'
import { ReorderList } from './reorder-list'
import { RestAlerts } from './rest-alerts'
import { RemoveSet, SetNote } from './set-menu'
import { SupersetRows } from './superset-rows'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { WarmUpForm } from './warm-up-form'
import { say } from './words'

export interface ExerciseMenuProps {
  exercise: TrainingExercise
  facts: ExerciseFacts
  rows: readonly ShownSet[]
  unit: WeightUnit
  /** What posts of the note and of the preferences were answered with. */
  posted: readonly [note: PostedChange, preference: PostedChange]
  /** Closes the sheet around it; without JavaScript there is none. */
  close?: (() => void) | undefined
}

/** Everything about an exercise of the workout that is done rarely. */
export function ExerciseMenu({ exercise, facts, rows, unit, posted, close }: ExerciseMenuProps) {
  const { document, words } = useSharedTraining()
  const { menu } = words.train
  const exerciseLogId = exercise.id
  return (
    <div>
      <a
        href={`/exercises/${exercise.exerciseId}?workout=${document.training.id}#how-to`}
        className={MENU_LINK}
      >
        <MenuLabel icon={BookOpen}>{menu.howTo}</MenuLabel>
      </a>
      <WarmUpForm {...{ exercise, facts, rows, unit }} onDone={close} />
      <ExerciseNote {...{ exercise, close }} posted={posted[0]} />
      <ExercisePreferences {...{ exercise, facts, unit, close }} posted={posted[1]} />
      {close ? <RestAlerts /> : null}
      <MenuLine />
      <TrainingLink view="add" swap={exercise.id} className={MENU_LINK}>
        <MenuLabel icon={ArrowLeftRight}>{menu.swap}</MenuLabel>
      </TrainingLink>
      <SupersetRows {...{ exercise, close }} />
      <MoveRow exercise={exercise} />
      {close && groupsOf(presentExercises(document.training)).length > 2 ? (
        <MenuFold icon={ListOrdered} label={menu.reorder}>
          <ReorderList exercise={exercise} />
        </MenuFold>
      ) : null}
      <MenuLine />
      <MenuFold icon={ChartLine} label={menu.history}>
        <ExerciseHelp {...{ exercise, facts, rows }} />
      </MenuFold>
      <MenuLine />
      {/* The number of a set opens these, where there is one and JavaScript. */}
      {close && (!takesTurns(exercise) || exercise.blockKind === 'superset')
        ? null
        : rows.map(({ set, number }) => (
            <MenuFold
              key={set.id}
              icon={StickyNote}
              label={say(menu.setRow, { set: setLabel(set, number, words.train) })}
            >
              <SetNote set={set} />
              <RemoveSet {...{ set, number }} />
            </MenuFold>
          ))}
      <ChangeForm change={() => ({ type: 'removeExercise', exerciseLogId })} onDone={close}>
        <MenuButton icon={Trash2} isDanger>
          {menu.remove}
        </MenuButton>
      </ChangeForm>
    </div>
  )
}

function ExerciseNote({
  exercise,
  posted,
  close,
}: Pick<ExerciseMenuProps, 'exercise' | 'close'> & { posted: PostedChange }) {
  const { menu } = useSharedTraining().words.train
  const [answer] = posted
  const exerciseLogId = exercise.id
  return (
    <MenuFold
      icon={StickyNote}
      label={menu.notes}
      value={<span className="line-clamp-1">{exercise.notes}</span>}
      isOpen={Boolean(answer?.[0]) || undefined}
    >
      <ChangeForm
        className="flex flex-col items-start gap-2"
        posted={posted}
        change={({ notes = '' }) => ({ type: 'noteExercise', exerciseLogId, notes })}
        onDone={close}
      >
        <textarea
          key={exercise.notes}
          name="notes"
          aria-label={menu.notes}
          rows={2}
          defaultValue={answer?.[0]?.values?.notes ?? exercise.notes}
          className="w-full rounded-control border border-field bg-surface px-3 py-2"
        />
        <Button size="compact">{menu.saveNotes}</Button>
      </ChangeForm>
    </MenuFold>
  )
}

/** Among partners it moves within their block, else past whole blocks. */
function MoveRow({ exercise }: { exercise: TrainingExercise }) {
  const { document, words } = useSharedTraining()
  const { menu } = words.train
  const partners = partnersOf(document.training, exercise)
  const groups = groupsOf(presentExercises(document.training))
  const places = partners.length > 1 ? partners : groups.map(([first]) => first)
  const place = places.findIndex((each) => each?.id === exercise.id)
  const exerciseLogId = exercise.id
  if (places.length < 2) return null
  return (
    <div className="flex min-h-[50px] items-center gap-3.5 py-0.5 pr-2 pl-4 font-medium">
      <ArrowUpDown aria-hidden className="size-5 flex-none" />
      <span className="flex-1">{menu.move}</span>
      {(['up', 'down'] as const).map((direction) => {
        const isEdge = direction === 'up' ? place === 0 : place === places.length - 1
        const Icon = direction === 'up' ? ArrowUp : ArrowDown
        return (
          <ChangeForm
            key={direction}
            change={() => ({ type: 'moveExercise', exerciseLogId, direction })}
          >
            <Button
              look="tile"
              size="compact"
              aria-label={direction === 'up' ? menu.moveUp : menu.moveDown}
              aria-disabled={isEdge || undefined}
            >
              <Icon aria-hidden className="size-5" />
            </Button>
          </ChangeForm>
        )
      })}
    </div>
  )
}
