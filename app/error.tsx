'use client'

import { Failure } from './_components/failure'

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <Failure digest={error.digest} retry={reset} />
}
