import { AppFrame } from '@/app/_components/app-frame'
import { PlaceBars } from '@/app/_components/place-bars'
import { plainLink } from '@/app/_components/plain-link'
import { trainWords } from '@/app/_components/training/train-words'
import { messages } from '@/lib/i18n/messages'
import { OfflineShell } from './offline-shell'

const PlaceLink = plainLink(null)

/** Made once, with the build, for everybody: it may hold nothing of anybody. */
export const dynamic = 'force-static'

export const metadata = { title: messages.offline.title, robots: { index: false } }

/** The page is the same for everybody, so what it looks like is decided on the phone, before it shows. */
const THEME = `document.documentElement.dataset.theme=/(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1]??''`

/**
 * What the service worker answers with in place of a page that the network does not give; its address
 * is then the one asked for.
 */
export default function OfflinePage() {
  return (
    <>
      <script>{THEME}</script>
      <AppFrame nav={<PlaceBars PlaceLink={PlaceLink} />}>
        <OfflineShell words={trainWords({ locale: 'en' })} />
      </AppFrame>
    </>
  )
}
