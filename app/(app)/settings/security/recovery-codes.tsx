'use client'

import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { buttonStyle } from '@/app/_components/ui/plain-button'

export interface RecoveryWords {
  title: string
  body: string
  copy: string
  copied: string
  print: string
  download: string
}

/** The codes in the one answer that has them: to be read, printed, copied or kept as a file. */
export function RecoveryCodes({
  codes,
  words,
}: {
  codes: readonly string[]
  words: RecoveryWords
}) {
  const [copied, setCopied] = useState<readonly string[] | null>(null)
  const lines = codes.join('\n')
  // Missing on plain http, where the codes can be marked by hand.
  const copy = () =>
    navigator.clipboard?.writeText(lines).then(
      () => setCopied(codes),
      () => undefined,
    )
  return (
    <div className="flex flex-col gap-3 print:fixed print:inset-0 print:z-50 print:bg-white print:p-10 print:text-black print:[&_*]:text-black">
      <Notice tone="watch">
        <p>
          <strong className="block">{words.title}</strong> {words.body}
        </p>
      </Notice>
      <ul
        aria-label={words.title}
        className="grid grid-cols-2 narrow:grid-cols-1 gap-x-6 gap-y-1 rounded-control border border-line px-4 py-3 font-mono text-[0.9375rem]"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${words.title}\n\n${lines}\n`)}`}
          download="gym-tracker-recovery-codes.txt"
          className={buttonStyle('quiet', 'compact')}
        >
          {words.download}
        </a>
        <Button
          type="button"
          look="quiet"
          size="compact"
          className="noscript:hidden"
          onClick={copy}
        >
          {copied === codes ? words.copied : words.copy}
        </Button>
        <Button
          type="button"
          look="quiet"
          size="compact"
          className="noscript:hidden"
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </div>
    </div>
  )
}
