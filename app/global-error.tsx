'use client'

import { Failure } from './_components/failure'
import './globals.css'

interface GlobalErrorProps {
  error: Error & { digest?: string }
}

/** Stands in for everything, the root layout included. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <Failure digest={error.digest} />
      </body>
    </html>
  )
}
