import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

/** The address of the server under test, as the global set-up wrote it down. */
export const base = (): string => {
  const url = process.env.BASE_URL
  if (!url) throw new Error('The server for the browser tests is not running')
  return url
}

export const PASSWORD = 'a calm long sentence 7'

/** A page on the server under test, without JavaScript where the test is about that. */
export async function openPage(
  browser: Browser,
  options: { javaScriptEnabled?: boolean; serviceWorkers?: 'allow' | 'block' } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: base(), ...options })
  // Whatever a test is about: nothing of ours may be what the browser is told to keep out.
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) throw new Error(message.text())
  })
  return context.newPage()
}

let people = 0

/** An address that nobody has. */
export const newEmail = (): string => `runner${process.pid}-${Date.now()}-${people++}@example.com`

/** Registers through the screens and confirms with the link in the outbox, as a newcomer would. */
export async function register(page: Page, { unit = 'Kilograms' } = {}): Promise<string> {
  const email = newEmail()
  await page.goto('/auth/register')
  await page.getByLabel('Your name').fill('Robin Newcomer')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel(unit).check()
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await followMail(page, email, /verify-email/)
  await page.getByRole('button', { name: /confirm/i }).click()
  await expect(page).toHaveURL(/\/dashboard/)
  return email
}

/**
 * Opens the newest mail to an address in the outbox, or the newest of this subject where several lead to
 * the same place, and follows its link; mail comes after the answer.
 */
export async function followMail(
  page: Page,
  email: string,
  link: RegExp,
  subject = '',
): Promise<void> {
  const mail = page
    .locator('section', { hasText: email })
    .filter({ has: page.locator('a') })
    .filter({ has: page.getByRole('heading', { name: subject }) })
  await expect(async () => {
    await page.goto('/dev/outbox')
    await expect(mail.getByRole('link', { name: link }).first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await mail.getByRole('link', { name: link }).first().click()
}

/** Types into the sign-in page as it stands and sends it. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/more')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Signed out')).toBeVisible()
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/auth/login')
  await fillSignIn(page, email, password)
  await expect(page).not.toHaveURL(/\/auth\/login/)
}

/** Nothing that axe knows to be wrong, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // In a page change the title comes a moment after the page.
  await expect(page).toHaveTitle(/Gym Tracker/)
  // A colour that is still on its way is none that a person reads.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each instanceof CSSTransition)
        .map((each) => each.finished),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`),
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}
