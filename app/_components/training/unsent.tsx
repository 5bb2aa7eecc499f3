'use client'

import { useSharedTraining } from './training-context'

/**
 * What is not synced yet and why. Only what a person has to act on stands above the workout; the rest
 * comes below it, so that nothing moves under the thumb when the network goes.
 */
export function Unsent({ isUrgent }: { isUrgent: boolean }) {
  const { document, words, link, entries, isKept, isGone } = useSharedTraining()
  const { unsent, gone } = words.train
  const why = link === 'offline' || link === 'busy' || link === 'signedOut' ? link : null
  const isWaiting = entries.length > 0 && why !== null
  const needsPerson = isGone || !isKept || (isWaiting && why === 'signedOut')
  if (needsPerson !== isUrgent) return null
  const said = isGone ? gone : !isKept ? unsent.notKept : isWaiting ? unsent[why] : null
  return (
    <p
      role="status"
      // Below, its room is kept, so that the end of the page stays where it is too.
      className={`px-2 text-[0.8125rem] leading-5 font-medium text-watch ${isUrgent ? 'empty:hidden' : 'min-h-10'}`}
    >
      {said ? `${said} ` : null}
      {isWaiting && why === 'signedOut' && !isGone ? (
        <a
          className="font-semibold underline"
          href={`/auth/login?next=/workout/${document.training.id}`}
        >
          {unsent.signIn}
        </a>
      ) : null}
    </p>
  )
}
