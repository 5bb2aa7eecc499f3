import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, followMail, openPage, signOut } from './people'
import { signedInLongAgo } from './sessions'

/** A device of the browser's own that keeps passkeys, whose owner has a finger on it. */
async function giveDevice(page: Page) {
  const browser: CDPSession = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    /** Whether the finger is the owner's. */
    recognizes: (isUserVerified: boolean) =>
      browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

const section = (page: Page) => page.locator('#passkeys')
const addButton = (page: Page) => section(page).getByRole('button', { name: 'Add a passkey' })
const useButton = (page: Page) => page.getByRole('button', { name: 'Continue with a passkey' })

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/settings/security')
  await section(page).getByLabel('Device name').fill(name)
  await addButton(page).click()
  await expect(section(page).getByText('Passkey added')).toBeVisible()
}

test('a passkey is made, opens the account by itself, and opens nothing once it is taken away', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const email = await becomeNewcomer(page)
  await giveDevice(page)
  await addPasskey(page, "Kim's phone")
  await expect(section(page).getByRole('listitem')).toContainText("Kim's phone")
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  // The same device again: it says so itself.
  await addButton(page).click()
  await expect(section(page).getByText('This device already has a passkey here.')).toBeVisible()

  await signOut(page)
  await page.goto('/auth/login?next=/history')
  await expectAccessible(page)
  await useButton(page).click()
  await expect(page).toHaveURL(`${base()}/history`)
  await page.goto('/settings/security')
  await expect(section(page).getByRole('listitem')).toContainText('last used')

  await section(page).locator('summary').click()
  await section(page).getByRole('button', { name: "Remove Kim's phone" }).click()
  await expect(section(page).getByText('Passkey removed')).toBeVisible()
  await expect(section(page).getByRole('listitem')).toHaveCount(0)
  await signOut(page)
  await page.goto('/auth/login')
  await useButton(page).click()
  await expect(page.getByText("This passkey doesn't belong to an account here")).toBeVisible()
  const removed = 'A passkey was removed from your account'
  await followMail(page, email, /settings\/security/, removed)
  await expect(page).toHaveURL(/\/auth\/login/)
  await page.context().close()
})

test('what the device refuses is said in words, and changes nothing', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const device = await giveDevice(page)
  await device.recognizes(false)
  await page.goto('/settings/security')
  await section(page).getByLabel('Device name').fill('Key on my ring')
  await addButton(page).click()
  await expect(section(page).getByText('Passkey canceled or timed out')).toBeVisible()
  await expect(section(page).getByLabel('Device name')).toHaveValue('Key on my ring')
  await device.recognizes(true)
  await section(page).getByLabel('Device name').fill(' ')
  await addButton(page).click()
  await expect(section(page).getByText('Please check the marked fields.')).toBeVisible()
  await addPasskey(page, 'Key on my ring')

  await signOut(page)
  await device.recognizes(false)
  await page.goto('/auth/login')
  await useButton(page).click()
  await expect(page.getByText('Passkey canceled or timed out')).toBeVisible()
  await expect(page).toHaveURL(/\/auth\/login/)
  await page.context().close()
})

test('who signed in long ago proves it again with the passkey, and can go on', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const email = await becomeNewcomer(page)
  await giveDevice(page)
  await addPasskey(page, 'Phone')
  await signedInLongAgo(email)
  await page.goto('/settings/security')
  await addButton(page).click()
  await expect(page).toHaveURL(/reason=fresh_session_required/)
  await useButton(page).click()
  await expect(page).toHaveURL(`${base()}/settings/security`)
  await page.context().close()
})

test('where scripts are off nobody is offered what cannot work', async ({ browser }) => {
  const page = await openPage(browser, { javaScriptEnabled: false })
  await page.goto('/auth/login')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(useButton(page)).toBeHidden()
  await becomeNewcomer(page)
  await page.goto('/settings/security')
  await expect(addButton(page)).toBeHidden()
  await expect(section(page).getByText('Adding a passkey needs JavaScript.')).toBeVisible()
  await page.context().close()
})
