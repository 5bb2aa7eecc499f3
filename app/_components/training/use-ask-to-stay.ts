import { useEffect } from 'react'

/** Asks before the page is left with something that is nowhere else. */
export function useAskToStay(isUnsafe: boolean) {
  useEffect(() => {
    if (!isUnsafe) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnsafe])
}
