import { AppFrame } from '@/app/_components/app-frame'
import { PlaceBars } from '@/app/_components/place-bars'
import { plainLink } from '@/app/_components/plain-link'
import { ServiceWorker } from '@/app/_components/service-worker'
import { requireAuth } from '@/lib/auth/guards'

const PlaceLink = plainLink('/workout')

/** A workout that goes on: the frame of every page, in as little JavaScript as can be. */
export default async function TrainingLayout({ children }: { children: React.ReactNode }) {
  await requireAuth()
  return (
    <AppFrame nav={<PlaceBars PlaceLink={PlaceLink} />}>
      {children}
      <ServiceWorker />
    </AppFrame>
  )
}
