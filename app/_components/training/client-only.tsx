'use client'

import { type ReactNode, Suspense, useEffect, useState } from 'react'

/** For what needs the device: nothing on the server, and nothing until it is loaded. */
export function ClientOnly({ children }: { children: ReactNode }) {
  const [isHere, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  return isHere ? <Suspense>{children}</Suspense> : null
}
