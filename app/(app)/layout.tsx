import { AppFrame } from '@/app/_components/app-frame'
import { Nav } from '@/app/_components/nav'
import { ServiceWorker } from '@/app/_components/service-worker'
import { requireAuth } from '@/lib/auth/guards'
import { messages } from '@/lib/i18n/messages'
import { RunningWorkout } from './running-workout'
import { UnsentChanges } from './unsent-changes'

/** Everything a person sees once signed in. */
export default async function AppLayout({ children }: { children: React.ReactNode }) {
  await requireAuth()
  return (
    <AppFrame nav={<Nav />}>
      <UnsentChanges words={messages.unsent} />
      {children}
      <RunningWorkout words={{ ...messages.train.mini, restDone: messages.train.timer.done }} />
      <ServiceWorker />
    </AppFrame>
  )
}
