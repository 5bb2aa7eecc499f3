'use client'

import { Failure } from './_components/failure'

interface ErrorPageProps {
  error: Error & { digest?: string }
}

export default function ErrorPage({ error }: ErrorPageProps) {
  return <Failure digest={error.digest} />
}
