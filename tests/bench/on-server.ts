import { type BrowserContext, chromium } from '@playwright/test'
import { findOrInstallChromium } from '@/tests/chromium'
import setup from '@/tests/e2e/global-setup'

/** Runs what measures in a browser on the production server, without a service worker. */
export async function onServer(measure: (context: BrowserContext) => Promise<void>): Promise<void> {
  const stop = await setup()
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const baseURL = process.env.BASE_URL ?? ''
    await measure(await browser.newContext({ baseURL, serviceWorkers: 'block' }))
  } finally {
    await browser.close()
    await stop()
  }
}
