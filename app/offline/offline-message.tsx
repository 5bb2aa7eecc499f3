import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import words from '@/lib/i18n/en/offline.json'

interface OfflineMessageProps {
  title: string
  body: string
  children?: ReactNode
}

/** What is safe, and that nothing has to be done. */
export function OfflineMessage({ title, body, children }: OfflineMessageProps) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center gap-4 text-center">
      <CloudOff aria-hidden size={36} className="text-faint" />
      <h1 className="text-[1.375rem] font-bold">{title}</h1>
      <p className="text-soft">{body}</p>
      {children}
      <p className="text-[0.8125rem] text-faint">{words.returns}</p>
      <Button type="button" look="quiet" size="compact" onClick={() => location.reload()}>
        {words.tryAgain}
      </Button>
    </div>
  )
}
