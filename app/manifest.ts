import type { MetadataRoute } from 'next'
import { messages } from '@/lib/i18n/messages'

/**
 * What a phone needs to install the app. It knows one colour where pages have two: the dark one, which
 * blinds nobody while the app starts; from then on each page says its own.
 */
export default function manifest(): MetadataRoute.Manifest {
  const { appName, nav } = messages.common
  return {
    id: '/dashboard',
    name: appName,
    short_name: appName,
    start_url: '/dashboard',
    scope: '/',
    display: 'standalone',
    background_color: '#0f1113',
    theme_color: '#0f1113',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: nav.train, url: '/workout' }],
  }
}
