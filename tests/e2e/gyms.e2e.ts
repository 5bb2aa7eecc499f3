import { expect, type Page, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { becomeNewcomer } from './newcomer'
import {
  base,
  expectAccessible,
  fillSignIn,
  followMail,
  newEmail,
  openPage,
  PASSWORD,
  signIn,
  signOut,
} from './people'

const main = (page: Page) => page.getByRole('main')

/** Opens a gym with a name nobody has and stays on its page. */
async function openGym(page: Page): Promise<string> {
  const name = `Iron ${newEmail().split('@')[0]}`
  await page.goto('/organizations')
  await page.getByLabel('Gym name').fill(name)
  await page.getByRole('button', { name: 'Create gym' }).click()
  await expect(page.getByText('Gym created.')).toBeVisible()
  return name
}

async function invite(page: Page, email: string, role: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByText(`Invitation sent to ${email}`)).toBeVisible()
}

/** From the mail over the sign-in page to a new account, its mail, and back to the invitation. */
async function registerFromInvitation(page: Page, email: string, hasScript: boolean) {
  await followMail(page, email, /accept-invitation/)
  await expect(page.getByText(`This invitation is for ${email}.`)).toBeVisible()
  if (hasScript) await expectAccessible(page)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Your name').fill('Kim Guest')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  // The first mail did not come, and the new link leads back here as well.
  await page.getByRole('button', { name: 'Send a new link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'link' })).toBeVisible()
  await followMail(page, email, /verify-email/)
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(page.getByRole('heading', { name: /^You're invited to/ })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a gym from its opening to its end, between two people, ${how}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const owner = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(owner)
    await owner.goto('/organizations')
    await expect(owner.getByText("You're not in a gym yet.")).toBeVisible()
    const gym = await openGym(owner)
    const home = new URL(owner.url()).pathname

    await owner.getByLabel('Email').fill('nobody@localhost')
    await owner.getByRole('button', { name: 'Send invitation' }).click()
    await expect(owner.getByText("This doesn't look like an email address.")).toBeVisible()
    await expect(owner.getByLabel('Email')).toHaveValue('nobody@localhost')
    const email = newEmail()
    await invite(owner, email, 'Trainer')
    await expect(owner.getByLabel('Email')).toHaveValue('')
    await expect(
      owner.getByRole('button', { name: `Cancel the invitation to ${email}` }),
    ).toBeVisible()

    const guest = await openPage(browser, { javaScriptEnabled })
    await registerFromInvitation(guest, email, javaScriptEnabled)
    await guest.getByRole('button', { name: `Accept the invitation to ${gym}` }).click()
    await expect(guest.getByText("You're in. Welcome!")).toBeVisible()
    await expect(guest.getByText('You are a trainer here')).toBeVisible()
    await expect(guest.getByText('Invite people')).toHaveCount(0)
    await expect(main(guest).getByText('Robin Newcomer')).toBeVisible()
    await expect(main(guest).getByText('@')).toHaveCount(0)

    // What a trainer shares, the owner finds, and trains with.
    await main(guest).getByRole('link', { name: 'Routines', exact: true }).click()
    await expect(guest.getByText('Nothing shared yet.')).toBeVisible()
    await main(guest).getByRole('link', { name: 'New routine' }).first().click()
    await guest.getByLabel('Name').fill('First weeks')
    await guest.getByRole('button', { name: 'Create and add exercises' }).click()
    await guest.getByRole('button', { name: 'Add exercise', exact: true }).click()
    await guest.getByRole('searchbox').fill('Plank')
    if (!javaScriptEnabled) await guest.getByRole('searchbox').press('Enter')
    await guest.getByRole('button', { name: 'Add Plank', exact: true }).click()
    await guest.getByRole('button', { name: 'Save routine' }).click()
    await expect(guest.getByRole('link', { name: `Shared in ${gym}` })).toBeVisible()
    const routine = new URL(guest.url()).pathname
    await owner.goto(`${home}/routines`)
    await owner.getByRole('link', { name: 'First weeks' }).click()
    await owner.getByRole('button', { name: 'Copy to my routines' }).click()
    await expect(owner.getByText('Added to your routines.')).toBeVisible()
    await owner.getByRole('button', { name: `Copy to ${gym}` }).click()
    await expect(owner.getByText('Copied to your gym')).toBeVisible()
    await owner.getByRole('button', { name: 'Delete' }).click()
    await expect(owner).toHaveURL(new RegExp(`${home}/routines\\?deleted=`))
    await owner.getByRole('button', { name: 'Undo' }).click()
    await expect(owner.getByRole('link', { name: `Shared in ${gym}` })).toBeVisible()
    await guest.goto(routine)
    await guest.getByRole('button', { name: 'Start workout' }).click()
    await expect(guest).toHaveURL(/\/workout\/[0-9a-f-]{36}/)

    // Rights end at once.
    await owner.goto(home)
    await owner.getByText('Manage Kim Guest').click()
    await owner.getByLabel('Role', { exact: true }).selectOption('Member')
    await owner.getByRole('button', { name: 'Change role' }).click()
    // Not the option of the same name.
    const guestRow = main(owner).getByRole('listitem').filter({ hasText: 'Kim Guest' })
    await expect(guestRow.locator('span', { hasText: /^Member$/ })).toBeVisible()
    expect((await guest.goto(routine))?.status()).toBe(404)
    await guest.goto(home)
    await expect(guest.getByText('You are a member here')).toBeVisible()
    await expect(main(guest).getByRole('link', { name: 'Routines', exact: true })).toHaveCount(0)

    await owner.goto(`${home}/settings`)
    await owner.getByLabel('New owner').selectOption({ label: 'Kim Guest (Member)' })
    await owner.getByRole('button', { name: 'Transfer' }).click()
    await expect(owner.getByText('You are an admin here')).toBeVisible()
    await owner.goto(`${home}/settings`)
    await expect(owner.getByRole('heading', { name: 'Delete gym' })).toHaveCount(0)
    await owner.getByRole('button', { name: `Leave ${gym}` }).click()
    await expect(owner.getByText('You left the gym.')).toBeVisible()
    expect((await owner.goto(home))?.status()).toBe(404)

    await guest.goto(`${home}/settings`)
    await guest.getByLabel('Name', { exact: true }).fill(`${gym} II`)
    await guest.getByLabel('Address').fill('two words')
    await guest.getByRole('button', { name: 'Save' }).click()
    await expect(guest.getByText('Use lowercase letters')).toBeVisible()
    await guest.getByLabel('Address').fill(`${home.split('/').at(-1)}-ii`)
    await guest.getByRole('button', { name: 'Save' }).click()
    await expect(guest.getByText('Saved')).toBeVisible()
    await guest.getByLabel("Type the gym's name").fill(gym)
    await guest.getByRole('button', { name: `Delete ${gym} II` }).click()
    await expect(guest.getByText("This isn't the gym's name.")).toBeVisible()
    await guest.getByLabel("Type the gym's name").fill(`${gym} II`)
    await guest.getByRole('button', { name: `Delete ${gym} II` }).click()
    await expect(guest.getByText('Gym deleted')).toBeVisible()
    await expect(guest.getByText("You're not in a gym yet.")).toBeVisible()
    await owner.context().close()
    await guest.context().close()
  })

  test(`an invitation finds who has an account: declined, renewed, for one address only, ${how}`, async ({
    browser,
  }) => {
    const owner = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(owner)
    const gym = await openGym(owner)
    const home = new URL(owner.url()).pathname
    const guest = await openPage(browser, { javaScriptEnabled })
    const email = await becomeNewcomer(guest)
    await invite(owner, email, 'Admin')
    await guest.goto('/organizations')
    await guest.getByRole('button', { name: `Decline the invitation to ${gym}` }).click()
    await expect(guest.getByText('Invitation declined')).toBeVisible()

    await owner.goto(home)
    await invite(owner, email, 'Member')
    const other = await openPage(browser, { javaScriptEnabled })
    const otherEmail = await becomeNewcomer(other)
    await followMail(other, email, /accept-invitation/)
    await expect(other.getByText(`You're signed in as ${otherEmail}.`)).toBeVisible()
    await expect(main(other).getByText(gym)).toHaveCount(0)
    await other.getByRole('link', { name: 'Sign in with the other email' }).click()
    await expect(other.getByText('This invitation is for a different email.')).toBeVisible()
    await fillSignIn(other, email)
    await other.getByRole('button', { name: `Accept the invitation to ${gym}` }).click()
    await expect(other.getByText("You're in. Welcome!")).toBeVisible()
    await other.goBack()
    await other.reload()
    await expect(other.getByText("You're already in this gym.")).toBeVisible()

    // The first invitation is over for everybody.
    await signOut(other)
    const first = await openPage(browser, { javaScriptEnabled })
    const mails = first.locator('section', { hasText: email })
    await expect(async () => {
      await first.goto('/dev/outbox')
      await expect(mails.getByRole('link', { name: /accept-invitation/ })).toHaveCount(2, {
        timeout: 500,
      })
    }).toPass()
    await mails
      .getByRole('link', { name: /accept-invitation/ })
      .last()
      .click()
    await expect(
      first.getByRole('heading', { name: 'This invitation is no longer valid' }),
    ).toBeVisible()
    for (const id of ['', 'nonsense', newId()]) {
      await first.goto(`/auth/accept-invitation?id=${id}`)
      await expect(
        first.getByRole('heading', { name: 'This invitation is no longer valid' }),
      ).toBeVisible()
    }
    for (const page of [owner, guest, other, first]) await page.context().close()
  })

  test(`the switcher changes the gym of this session, ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(page)
    await page.goto('/more')
    await expect(page.getByText('No gym')).toHaveCount(0)
    const first = await openGym(page)
    const second = await openGym(page)
    await page.goto('/routines')
    await expect(main(page).getByRole('link', { name: second })).toBeVisible()
    await page.goto('/more')
    await main(page).locator('summary').filter({ hasText: second }).click()
    await main(page).getByRole('button', { name: first }).click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await page.goto('/routines')
    await expect(main(page).getByRole('link', { name: first })).toBeVisible()
    await page.goto('/more')
    await main(page).locator('summary').filter({ hasText: first }).click()
    await main(page).getByRole('button', { name: 'No gym' }).click()
    await expect(page.getByRole('heading', { name: 'Gyms', exact: true })).toBeVisible()
    await expect(page.getByText('Active')).toHaveCount(0)
    await page.context().close()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of a gym is accessible, ${colorScheme}`, async ({ browser }, info) => {
    test.setTimeout(120_000)
    const { viewport } = info.project.use
    const context = await browser.newContext({
      ...{ baseURL: base(), colorScheme },
      ...(viewport && { viewport }),
    })
    const page = await context.newPage()
    await signIn(page, 'coach@example.com', 'Password123!')
    for (const path of [
      '/organizations',
      '/organizations/iron-harbor',
      '/organizations/iron-harbor/routines',
      '/organizations/iron-harbor/settings',
      '/routines/new?gym=iron-harbor',
      '/more',
    ]) {
      await page.goto(path)
      await expectAccessible(page)
      await page.screenshot({
        path: `test-results/gyms/${info.project.name}-${colorScheme}${path.replaceAll(/\W/g, '-')}.png`,
        fullPage: true,
      })
    }
    await page.goto('/organizations/iron-harbor')
    await page.getByText('Manage Alex Athlete').click()
    await page.getByText('Remove from the gym').click()
    await expectAccessible(page)
    await page.screenshot({
      path: `test-results/gyms/${info.project.name}-${colorScheme}-manage.png`,
      fullPage: true,
    })
    await page.goto('/organizations/iron-harbor/routines')
    await page.getByRole('link', { name: 'First weeks' }).click()
    await expect(page.getByRole('link', { name: 'Shared in Iron Harbor' })).toBeVisible()
    await expectAccessible(page)
    await context.close()
  })
}

test('a member is shown nothing of what they may not do', async ({ browser }) => {
  const page = await openPage(browser)
  await signIn(page, 'athlete@example.com', 'Password123!')
  await page.goto('/organizations/iron-harbor/settings')
  await expect(page.getByRole('heading', { name: 'Leave gym' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Transfer the gym' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Name and address' })).toHaveCount(0)
  await page.context().close()
})
