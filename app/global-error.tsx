'use client'

import { Failure } from './_components/failure'
import './globals.css'

interface GlobalErrorProps {
  error: Error & { digest?: string }
}

/** Stands in for everything, the root layout included, whose theme it keeps. */
export default function GlobalError({ error }: GlobalErrorProps) {
  const theme = globalThis.document?.documentElement.dataset.theme
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body>
        <Failure digest={error.digest} />
      </body>
    </html>
  )
}
