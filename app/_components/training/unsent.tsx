'use client'

import { Notice } from '@/app/_components/ui/notice'
import { signInPath } from '@/lib/auth/sign-in-path'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** What is not sent yet and why; nothing while all is well. */
export function Unsent() {
  const { document, words, link, entries, isKept, isGone } = useSharedTraining()
  const { unsent, gone } = words.train
  const count = entries.length
  if (isGone) return <Notice tone="watch">{gone}</Notice>
  const why = link === 'offline' || link === 'busy' || link === 'signedOut' ? link : null
  if (count === 0 || !why) return isKept ? null : <Notice tone="watch">{unsent.notKept}</Notice>
  return (
    <Notice tone="watch">
      <span>
        <strong>{say(count === 1 ? unsent.one : unsent.other, { count })}.</strong> {unsent[why]}
      </span>
      {why === 'signedOut' ? (
        <a
          className="font-semibold underline"
          href={signInPath({ next: `/workout/${document.training.id}` })}
        >
          {unsent.signIn}
        </a>
      ) : null}
    </Notice>
  )
}
