import { defineConfig } from '@playwright/test'
import { findOrInstallChromium } from './tests/chromium'

// Kept in the environment so that the workers, which read this file too, need not look again.
process.env.CHROMIUM_PATH ||= await findOrInstallChromium()

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Answers, or a dialogue with the device, more than screens: the same at every width. */
const SAME = files('api crawl doors network passkeys phone-store queries two-servers')
/** What a phone goes through with its network and with other devices, which no width changes either. */
const ON_PHONES = files('dock late-sets offline picker stream two-phones')

function files(names: string): string[] {
  return names.split(' ').map((name) => `**/${name}.e2e.ts`)
}

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // On CI a failed test is tried once more; the run names it at its end (tests/run.ts).
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: SAME,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      testIgnore: ON_PHONES,
      // A form that posts by itself does so at any width, and a colour is the same; the rail, which
      // only this one has, is looked at in both themes by the tests of the settings.
      grepInvert: /without JavaScript|\bdark\b/,
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
})
