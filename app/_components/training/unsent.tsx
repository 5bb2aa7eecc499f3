'use client'

import { signInPath } from '@/lib/auth/sign-in-path'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** What is not sent yet and why. Its place is kept while all is well, so that nothing ever moves. */
export function Unsent() {
  const { document, words, link, entries, isKept, isGone } = useSharedTraining()
  const { unsent, gone } = words.train
  const count = entries.length
  const why = link === 'offline' || link === 'busy' || link === 'signedOut' ? link : null
  const isWaiting = count > 0 && why !== null
  const isStuck = entries.some((entry) => entry.problem)
  return (
    <p
      role="status"
      className={`min-h-10 text-[13px] leading-5 font-medium ${isWaiting || isGone || !isKept ? 'text-watch' : 'text-soft'}`}
    >
      {isGone ? gone : null}
      {!isGone && isWaiting ? (
        <>
          <strong>{say(count === 1 ? unsent.one : unsent.other, { count })}.</strong>{' '}
          {unsent[isKept ? why : 'notKept']}{' '}
        </>
      ) : null}
      {!isGone && isWaiting && why === 'signedOut' ? (
        <a
          className="font-semibold underline"
          href={signInPath({ next: `/workout/${document.training.id}` })}
        >
          {unsent.signIn}
        </a>
      ) : null}
      {!isGone && !isWaiting && !isStuck ? (isKept ? unsent.none : unsent.notKept) : null}
    </p>
  )
}
