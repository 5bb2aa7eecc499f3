'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSharedTraining } from './training-context'

interface SheetProps {
  title: string
  onClose: () => void
  /** As high from the start as it may become, so that nothing moves when a part of it unfolds. */
  isTall?: boolean
  children: ReactNode
}

/**
 * A dialog that rises from the bottom edge, where a thumb reaches it. Esc, a tap beside it and its
 * cross close it; the focus returns to what opened it.
 */
export function Sheet({ title, onClose, isTall = false, children }: SheetProps) {
  const { train } = useSharedTraining().words
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
      className={`fixed inset-x-0 top-auto bottom-0 m-0 mx-auto ${isTall ? 'h-[85dvh]' : 'max-h-[85dvh]'} w-full max-w-md overflow-y-auto overscroll-contain rounded-t-2xl bg-surface p-0 text-ink transition-transform duration-100 backdrop:bg-black/50 motion-reduce:transition-none starting:translate-y-2`}
    >
      <div className="flex flex-col pb-[max(12px,env(safe-area-inset-bottom))]">
        <header className="sticky top-0 z-1 flex items-center gap-2 bg-surface py-2 pr-2 pl-4">
          <h3 className="min-w-0 flex-1 text-[1.0625rem] font-semibold wrap-anywhere">{title}</h3>
          <button
            type="button"
            aria-label={train.sheet.close}
            onClick={close}
            className="grid size-11 flex-none place-items-center rounded-[10px] text-soft"
          >
            <X aria-hidden className="size-5" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
