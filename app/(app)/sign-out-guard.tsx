'use client'

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { say } from '@/app/_components/training/words'
import { ActionForm, type FormAction } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import type { Messages } from '@/lib/i18n/messages'
import { countWaiting } from '@/lib/offline/ask-phone'

interface SignOutGuardProps<T> {
  /** What signs out. */
  action: FormAction<T>
  words: Messages['unsent']['signOut']
  /** The button that signs out. */
  children: ReactNode
}

/** Signs out, but asks first where something is on this phone only. Without JavaScript nobody asks. */
export function SignOutGuard<T>({ action, words, children }: SignOutGuardProps<T>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const isSure = useRef(false)
  const [count, setCount] = useState(0)
  const [isStuck, setStuck] = useState(false)

  const leave = () => {
    dialog.current?.close()
    isSure.current = true
    form.current?.requestSubmit()
    isSure.current = false
  }
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    if (isSure.current) return
    event.preventDefault()
    event.stopPropagation()
    form.current = event.currentTarget
    const waiting = await countOwn()
    if (waiting === 0) return leave()
    setCount(waiting)
    setStuck(false)
    dialog.current?.showModal()
  }
  const send = async () => {
    const person = readPersonCookie(document.cookie)
    const outbox = await import('@/lib/offline/send-unsent').catch(() => null)
    if (person) await outbox?.sendUnsent(person)
    const waiting = await countOwn()
    if (waiting === 0) return leave()
    setCount(waiting)
    setStuck(true)
  }
  return (
    <>
      <ActionForm action={action} onSubmitCapture={ask}>
        {children}
      </ActionForm>
      <dialog
        ref={dialog}
        aria-label={words.title}
        className="m-auto w-[calc(100%-2rem)] max-w-md rounded-card border border-line bg-surface p-5 text-ink backdrop:bg-black/50"
      >
        <h2 className="text-lg font-bold">{words.title}</h2>
        <p className="mt-2">{say(count === 1 ? words.one : words.other, { count })}</p>
        <p className="mt-2 text-watch" role="status">
          {isStuck ? words.stuck : null}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button type="button" onClick={() => dialog.current?.close()}>
            {words.stay}
          </Button>
          <Button type="button" look="quiet" onClick={send}>
            {words.send}
          </Button>
          <Button type="button" look="danger" onClick={leave}>
            {words.leave}
          </Button>
        </div>
      </dialog>
    </>
  )
}

async function countOwn(): Promise<number> {
  const person = readPersonCookie(document.cookie)
  return person ? countWaiting(person) : 0
}
