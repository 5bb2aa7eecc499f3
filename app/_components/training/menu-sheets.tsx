'use client'

import { BlockMenu } from './block-menu'
import { ExerciseMenu, type ExerciseMenuProps } from './exercise-menu'
import { Sheet } from './sheet'

/** The menu of an exercise's card. */
export function ExerciseSheet({
  onClose,
  ...menu
}: Omit<ExerciseMenuProps, 'close'> & { onClose: () => void }) {
  return (
    <Sheet title={menu.facts.name} onClose={onClose} isTall>
      <ExerciseMenu {...menu} close={onClose} />
    </Sheet>
  )
}

/** The menu of a block's card. */
export function BlockSheet({
  name,
  group,
  onClose,
}: {
  name: string
  group: Parameters<typeof BlockMenu>[0]['group']
  onClose: () => void
}) {
  return (
    <Sheet title={name} onClose={onClose} isTall>
      <BlockMenu group={group} close={onClose} />
    </Sheet>
  )
}
