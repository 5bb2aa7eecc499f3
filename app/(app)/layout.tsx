import { AppFrame } from '@/app/_components/app-frame'
import { Nav } from '@/app/_components/nav'
import { requireAuth } from '@/lib/auth/guards'
import { ServiceWorker } from './service-worker'

/** Everything a person sees once signed in. */
export default async function AppLayout({ children }: { children: React.ReactNode }) {
  await requireAuth()
  return (
    <AppFrame nav={<Nav />}>
      {children}
      <ServiceWorker />
    </AppFrame>
  )
}
