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
/** The pages that a wide screen lays out in another way: the rail, charts, tables, the editor. */
const ON_DESKTOPS = files('account-settings figures gyms journey look-back routines schedule shell')

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
    // A trace of every test would take a third of the run.
    trace: 'on-first-retry',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: SAME,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      testMatch: [...SAME, ...ON_DESKTOPS],
      // A form that posts by itself does so at any width, and a colour is the same.
      grepInvert: /without JavaScript|\bdark\b/,
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
})
