'use client'

import './failure.css'
import words from '@/lib/i18n/en/failure.json'

interface FailureProps {
  /** Next's reference of an error on the server; the log has the same one. */
  digest: string | undefined
}

/** What stands in for a page that failed. It may not ask the server for its sentences. */
export function Failure({ digest }: FailureProps) {
  return (
    <main className="failure">
      <h1>{words.errorTitle}</h1>
      <p>{words.errorBody}</p>
      <div>
        {/* A full load, since what runs in the browser may be what failed. */}
        <button type="button" onClick={() => window.location.reload()}>
          {words.tryAgain}
        </button>
        <a href="/">{words.toStart}</a>
      </div>
      {digest ? <p>{words.errorReference.replace('{id}', digest)}</p> : null}
    </main>
  )
}
