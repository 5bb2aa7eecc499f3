'use client'

import { Check, StickyNote, Trash2 } from 'lucide-react'
import { Button } from '@/app/_components/ui/plain-button'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { setLabel } from '@/lib/domain/set-numbers'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { ChangeForm } from './change-form'
import { MenuButton, MenuFold, MenuLine } from './menu-row'
import { Sheet } from './sheet'
import { useSharedTraining } from './training-context'
import type { useSetRow } from './use-set-row'
import { say } from './words'

interface SetMenuProps {
  set: TrainingSet
  number: number | null
  label: string
  facts: ExerciseFacts
  keep: ReturnType<typeof useSetRow>['keep']
  onClose: () => void
}

/** What kind of set it is, on which side, a note about it, and its removal. */
export function SetMenu({ set, number, label, facts, keep, onClose }: SetMenuProps) {
  const { train } = useSharedTraining().words
  const title = say(train.menu.setRow, { set: label })
  const choose = (said: Parameters<typeof keep>[0]) => {
    keep(said)
    onClose()
  }
  return (
    <Sheet title={title} onClose={onClose} isTall>
      {SET_KINDS.map((kind) => (
        <Choice
          key={kind}
          letter={train.kindLetters[kind] || String(number ?? set.setNumber)}
          name={train.kinds[kind]}
          hint={train.kindHints[kind]}
          isChosen={set.kind === kind}
          onChoose={() => choose({ kind })}
        />
      ))}
      {facts.isUnilateral ? (
        <>
          <MenuLine />
          {([null, 'left', 'right'] as const).map((side) => (
            <Choice
              key={side}
              letter={
                side
                  ? train.sideLetters[side]
                  : `${train.sideLetters.left} ${train.sideLetters.right}`
              }
              name={train.sides[side ?? 'both']}
              isChosen={set.side === side}
              onChoose={() => choose({ side })}
            />
          ))}
        </>
      ) : null}
      <MenuLine />
      <MenuFold
        icon={StickyNote}
        label={train.menu.notes}
        value={<span className="line-clamp-1">{set.notes}</span>}
      >
        <SetNote set={set} onDone={onClose} />
      </MenuFold>
      <MenuLine />
      <RemoveSet {...{ set, number }} />
    </Sheet>
  )
}

function Choice({
  letter,
  name,
  hint,
  isChosen,
  onChoose,
}: {
  letter: string
  name: string
  hint?: string
  isChosen: boolean
  onChoose: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className="flex min-h-[50px] w-full items-center gap-3.5 px-4 py-1.5 text-left hover:bg-raised"
    >
      <span
        aria-hidden
        className={`fig grid size-8 flex-none place-items-center rounded-[9px] border-[1.5px] text-[1.0625rem] ${isChosen ? 'border-transparent bg-accent text-on-accent' : 'border-field'}`}
      >
        {letter}
      </span>
      <span className="min-w-0 flex-1 font-medium">
        {name}
        {hint ? (
          <small className="block text-[0.8125rem] font-normal text-soft">{hint}</small>
        ) : null}
      </span>
      {isChosen ? <Check aria-hidden className="size-5 flex-none text-accent" /> : null}
    </button>
  )
}

export function SetNote({ set, onDone }: { set: TrainingSet; onDone?: () => void }) {
  const { menu } = useSharedTraining().words.train
  return (
    <ChangeForm
      className="flex flex-col items-start gap-2"
      change={({ notes = '' }) => ({ type: 'noteSet', setId: set.id, notes })}
      onDone={onDone}
    >
      <textarea
        name="notes"
        aria-label={menu.setNote}
        rows={2}
        defaultValue={set.notes}
        className="w-full rounded-control border border-field bg-surface px-3 py-2"
      />
      <Button size="compact">{menu.saveNotes}</Button>
    </ChangeForm>
  )
}

export function RemoveSet({ set, number }: { set: TrainingSet; number: number | null }) {
  const { train } = useSharedTraining().words
  return (
    <ChangeForm change={() => ({ type: 'removeSet', setId: set.id })}>
      <MenuButton icon={Trash2} isDanger>
        {say(train.menu.removeSet, { set: setLabel(set, number, train) })}
      </MenuButton>
    </ChangeForm>
  )
}
