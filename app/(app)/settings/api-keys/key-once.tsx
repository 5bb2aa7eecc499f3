'use client'

import { useRef, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { selectAll } from '@/app/_components/ui/select-all'

interface KeyOnceProps {
  value: string
  words: Record<'key' | 'copy' | 'copied', string>
}

/** A key to be taken along: by hand, or with one tap where the browser lets us. */
export function KeyOnce({ value, words }: KeyOnceProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    field.current?.select()
    // Missing on plain http; the key is marked then, for the keyboard or a long press.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(value),
      () => undefined,
    )
  }
  return (
    <div className="flex w-full gap-2">
      <input
        ref={field}
        readOnly
        aria-label={words.key}
        value={value}
        onFocus={selectAll}
        className="min-h-11 min-w-0 flex-1 rounded-[10px] border border-line bg-surface px-3 font-mono text-sm text-ink"
      />
      <Button type="button" size="compact" className="min-w-20 noscript:hidden" onClick={copy}>
        {copied === value ? words.copied : words.copy}
      </Button>
    </div>
  )
}
