import { useEffect, useState } from 'react'
import { keepCatalogue } from '@/lib/offline/keep-catalogue'
import { openStore } from '@/lib/offline/open-store'
import type { Catalogue } from '@/lib/schemas/training'

/** As the phone knows it, then as the server does; null until either has answered. */
export function useCatalogue(userId: string): Catalogue | null {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  useEffect(() => {
    let isShown = true
    const load = async () => {
      const { store } = await openStore()
      const kept = await store.findCatalogue(userId).catch(() => null)
      if (kept && isShown) setCatalogue(kept)
      const fresh = await keepCatalogue(userId)
      if (fresh && isShown) setCatalogue(fresh)
    }
    load()
    return () => {
      isShown = false
    }
  }, [userId])
  return catalogue
}
