'use client'

import words from '@/lib/i18n/en/failure.json'

/** Not the app's own button, whose other looks would come with every page, twice. */
const BUTTON = 'inline-flex min-h-12 items-center rounded-control border px-[18px] font-semibold'

interface FailureProps {
  /** Next's reference of an error on the server; the log has the same one. */
  digest: string | undefined
}

/** What stands in for a page that failed. It may not ask the server for its sentences. */
export function Failure({ digest }: FailureProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 p-6 text-center">
      <h1 className="text-2xl font-bold">{words.errorTitle}</h1>
      <p className="text-soft">{words.errorBody}</p>
      <div className="flex flex-wrap justify-center gap-3">
        {/* A full load, since what runs in the browser may be what failed. */}
        <button
          type="button"
          onClick={() => window.location.reload()}
          className={`${BUTTON} border-transparent bg-accent text-on-accent`}
        >
          {words.tryAgain}
        </button>
        <a href="/" className={`${BUTTON} border-line`}>
          {words.toStart}
        </a>
      </div>
      {digest ? (
        <p className="text-[0.8125rem] text-faint">
          {words.errorReference.replace('{id}', digest)}
        </p>
      ) : null}
    </main>
  )
}
