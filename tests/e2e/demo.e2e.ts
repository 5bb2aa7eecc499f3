import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openPage, register } from './people'

test("the demo's mail and secret live apart from real data", async ({ browser }) => {
  const page = await openPage(browser)
  await register(page)
  const home = process.env.E2E_DATA_DIR ?? ''
  expect(readdirSync(join(home, 'demo', 'outbox')).some((name) => name.endsWith('.eml'))).toBe(true)
  expect(existsSync(join(home, 'demo', 'secret'))).toBe(true)
  expect(existsSync(join(home, 'outbox'))).toBe(false)
  await page.context().close()
})
