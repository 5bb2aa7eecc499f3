'use client'

import Link from 'next/link'
import { type ReactNode, startTransition, useActionState } from 'react'
import { Picker } from '@/app/_components/picker/picker'
import { PickerContext, type Picking } from '@/app/_components/picker/picker-context'
import { CANCEL } from '@/app/_components/picker/picker-search'
import { StickyBar } from '@/app/_components/ui/sticky-bar'
import type { Tracking } from '@/lib/schemas/exercise'
import { addForgottenExercisesAction } from '../../../actions'

interface PastPickerProps {
  sessionId: string
  about: string | undefined
  /** The exercise in whose place one is to come: its place in the workout, and what it is. */
  swapped: { id: string; exerciseId: string; counted: Tracking | undefined } | undefined
  picking: Omit<Picking, 'present'>
  present: readonly string[]
}

/** The picker of a workout that goes on, for one that is over. */
export function PastPicker({ sessionId, about, swapped, picking, present }: PastPickerProps) {
  const [state, add, isPending] = useActionState(addForgottenExercisesAction, null)
  return (
    <PickerContext value={{ ...picking, present: new Set(present) }}>
      <Picker
        about={about}
        swapped={swapped?.exerciseId}
        counted={swapped?.counted}
        hereText={picking.add.inWorkout}
        cancel={
          <Link href={`/history/${sessionId}/edit`} className={CANCEL}>
            {picking.add.cancel}
          </Link>
        }
        refusal={state?.[0]?.message ?? null}
        onAdd={(exercises) => {
          if (isPending) return
          const form = new FormData()
          form.set('sessionId', sessionId)
          if (swapped) form.set('swapFor', swapped.id)
          for (const { id } of exercises) form.append('exerciseIds', id)
          startTransition(() => add(form))
        }}
        bar={PastBar}
      />
    </PickerContext>
  )
}

const PastBar = ({ children }: { children: ReactNode }) =>
  children ? <StickyBar>{children}</StickyBar> : null
