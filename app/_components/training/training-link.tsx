'use client'

import type { ComponentProps } from 'react'
import { buttonStyle, type Dress } from '@/app/_components/ui/plain-button'
import { addressOf, type TrainingPlace, useSharedTraining } from './training-context'

interface TrainingLinkProps extends Omit<ComponentProps<'a'>, 'href'>, Dress {
  view: TrainingPlace['view']
  /** The exercise in whose place another is to come. */
  swap?: string
  /** The exercise whose block another is to come into. */
  join?: string
}

/** A link within the screen: a page of its own without JavaScript, shown at once with it. */
export function TrainingLink({
  view,
  swap,
  join,
  look = 'primary',
  size = 'normal',
  ...rest
}: TrainingLinkProps) {
  const { document, go } = useSharedTraining()
  const place: TrainingPlace =
    view === 'add' ? { view, swapFor: swap ?? null, joins: join ?? null } : { view }
  return (
    <a
      className={buttonStyle(look, size)}
      {...rest}
      href={addressOf(document.training.id, place)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(place)
      }}
    />
  )
}
