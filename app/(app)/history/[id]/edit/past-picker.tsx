'use client'

import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { Picker } from '@/app/_components/picker/picker'
import { PickerContext, type Picking } from '@/app/_components/picker/picker-context'
import { CANCEL } from '@/app/_components/picker/picker-search'
import { addForgottenExercisesAction } from '../../actions'

export interface PastPickerProps {
  sessionId: string
  picking: Omit<Picking, 'present'>
  present: ReadonlySet<string>
  /** Told of the first exercise that came into the workout, and whether the person went back. */
  onClose: (exerciseLogId: string | null, isBack: boolean) => void
}

/** The picker of a workout that goes on, over the form of a past one, which keeps what was typed. */
export function PastPicker({ sessionId, picking, present, onClose }: PastPickerProps) {
  const [state, add, isPending] = useActionState(addForgottenExercisesAction, null)
  const dialog = useRef<HTMLDialogElement>(null)
  const isBack = useRef(false)
  // What stands in it comes later: else the search would have the focus, and the list a keyboard over it.
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
    setOpen(true)
    const follow = () => {
      isBack.current = true
      dialog.current?.close()
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const added = state?.[1]?.exerciseLogIds[0] ?? null
  useEffect(() => {
    if (added) dialog.current?.close()
  }, [added])
  return (
    <dialog
      ref={dialog}
      aria-label={picking.add.title}
      onClose={() => onClose(added, isBack.current)}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-ground text-ink outline-none sm:mx-auto sm:max-w-2xl"
    >
      {isOpen ? (
        <PickerContext value={{ ...picking, present }}>
          <div className="p-4 pb-24">
            <Picker
              hereText={picking.add.inWorkout}
              cancel={
                <button type="button" className={CANCEL} onClick={() => dialog.current?.close()}>
                  {picking.add.cancel}
                </button>
              }
              refusal={state?.[0]?.message ?? null}
              onAdd={(exercises) => {
                if (isPending) return
                const form = new FormData()
                form.set('sessionId', sessionId)
                for (const { id } of exercises) form.append('exerciseIds', id)
                startTransition(() => add(form))
              }}
              bar={Bar}
            />
          </div>
        </PickerContext>
      ) : null}
    </dialog>
  )
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="fixed inset-x-0 bottom-0 z-[5] mx-auto max-w-2xl bg-ground px-4 py-2.5 empty:hidden pb-[max(10px,env(safe-area-inset-bottom))]">
    {children}
  </div>
)
