import { AppFrame } from '@/app/_components/app-frame'
import { PlaceBars, type PlaceLinkProps } from '@/app/_components/place-bars'
import { trainWords } from '@/app/_components/training/train-words'
import { messages } from '@/lib/i18n/messages'
import { OfflineShell } from './offline-shell'

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
      <AppFrame nav={<PlaceBars PlaceLink={PlainLink} />}>
        <OfflineShell words={trainWords({ locale: 'en' })} />
      </AppFrame>
    </>
  )
}

/** Without a network there is nothing to fetch beforehand: the browser asks, the worker answers. */
function PlainLink({ href, className, children }: PlaceLinkProps) {
  return (
    <a href={href} className={className}>
      {children}
    </a>
  )
}
