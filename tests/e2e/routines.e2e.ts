import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'

/** Adds an exercise with the button of this name and comes back to the editor. */
async function pick(page: Page, button: string, exercise: string, hasScript: boolean) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page).toHaveURL(/\/add\?block=/)
  await page.getByRole('searchbox').fill(exercise)
  if (!hasScript) await page.getByRole('searchbox').press('Enter')
  await page.getByRole('button', { name: `Add ${exercise}`, exact: true }).click()
  await expect(page.getByRole('group', { name: exercise }).first()).toBeVisible()
}

const line = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

/** The names of the exercises in the editor, from top to bottom. */
const order = (page: Page) => page.locator('fieldset[id^=line-] > legend').allTextContents()

async function buildPushDay(page: Page, hasScript: boolean) {
  await page.goto('/routines')
  await page.getByRole('link', { name: 'New routine' }).first().click()
  await page.getByLabel('Name').fill('Push day')
  await page.getByRole('button', { name: 'Create and add exercises' }).click()
  await expect(page.getByRole('heading', { name: 'Edit Push day' })).toBeVisible()
  await pick(page, 'Add exercise', 'Barbell Bench Press', hasScript)
  await line(page, 'Barbell Bench Press').getByLabel('Weight (kg)').fill('62,5')
  await line(page, 'Barbell Bench Press').getByLabel('Reps', { exact: true }).fill('5')
  await pick(page, 'Add exercise to block 1', 'Plank', hasScript)
  await line(page, 'Plank').getByLabel('Time').fill('1:15')
}

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a routine is built, changed and trained ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildPushDay(page, hasScript)

    await page.getByRole('button', { name: 'Move Plank up' }).click()
    await expect.poll(() => order(page)).toEqual(['Plank', 'Barbell Bench Press'])
    await expect(line(page, 'Plank').getByLabel('Time')).toHaveValue('1:15')

    await page.getByRole('button', { name: 'Remove Plank' }).click()
    await expect.poll(() => order(page)).toEqual(['Barbell Bench Press'])
    await expect(page.getByText('Exercise removed')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => order(page)).toEqual(['Plank', 'Barbell Bench Press'])

    await line(page, 'Barbell Bench Press')
      .getByRole('button', { name: 'Edit sets individually' })
      .click()
    await line(page, 'Set 3').getByLabel('Reps', { exact: true }).fill('5+')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Routine saved')).toBeVisible()
    await expect(page.getByText('2 × 5 · 62.5 kg, 1 × 5+ · 62.5 kg')).toBeVisible()
    await expect(page.getByText('3 × 1:15')).toBeVisible()
    if (hasScript) await expectAccessible(page)

    await page.getByRole('button', { name: 'Start workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { name: 'Plank' })).toBeVisible()
    // One tap takes what the plan asks for.
    await page.getByRole('button', { name: /Barbell Bench Press.*Set 1 done$/ }).click()
    await expect(page.getByRole('button', { name: /Set 1 done, take back/ })).toBeVisible()
    await page.getByRole('link', { name: 'Finish' }).first().click()
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText('Nice work!')).toBeVisible()

    await page.goto('/routines')
    await expect(page.getByText('2 exercises')).toBeVisible()
    await expect(page.getByText(/^Once, /)).toBeVisible()
    await page.context().close()
  })

  test(`of two who change one routine the second is told, and decides ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildPushDay(page, hasScript)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await line(other, 'Plank').getByLabel('Time').fill('2:00')
    await other.getByRole('button', { name: 'Save routine' }).click()
    await expect(other.getByText('Routine saved')).toBeVisible()

    await line(page, 'Plank').getByLabel('Time').fill('0:45')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('This routine was edited elsewhere')).toBeVisible()
    await expect(line(page, 'Plank').getByLabel('Time')).toHaveValue('0:45')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Routine saved')).toBeVisible()
    await expect(page.getByText('3 × 45 s')).toBeVisible()
    await page.context().close()
  })

  test(`nonsense in a routine is told beside it and changes nothing ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildPushDay(page, hasScript)
    await line(page, 'Barbell Bench Press').getByLabel('Reps', { exact: true }).fill('12-8')
    await line(page, 'Plank').getByLabel('Time').fill('soon')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Enter reps such as 8, 8-12 or 5+')).toBeVisible()
    await expect(page.getByText('Enter a time such as 1:30')).toBeVisible()
    await expect(line(page, 'Barbell Bench Press').getByLabel('Reps', { exact: true })).toHaveValue(
      '12-8',
    )
    await expect(line(page, 'Plank').getByLabel('Time')).toHaveValue('soon')
    if (hasScript) await expectAccessible(page)
    const editor = page.url()
    await page.goto('/routines')
    await page.goto(editor)
    await expect(line(page, 'Barbell Bench Press').getByLabel('Reps', { exact: true })).toHaveValue(
      '5',
    )
    await page.context().close()
  })

  test(`a template becomes an own routine that can be put away and come back ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/routines?tab=templates&goal=running')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('link', { name: 'Hill repeats', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Add to my routines' })).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Add to my routines' }).click()
    await expect(page.getByText('Added to your routines')).toBeVisible()

    await page.getByRole('button', { name: 'Duplicate' }).click()
    const copy = page.getByRole('heading', { name: 'Hill repeats (Copy)' })
    await expect(copy).toBeVisible()
    await page.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByText("It won't show in your routines")).toBeVisible()
    await page.goto('/routines?tab=archived')
    await page.getByRole('link', { name: 'Hill repeats (Copy)' }).click()
    await page.getByRole('button', { name: 'Unarchive' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL(/\/routines\?deleted=/)
    await expect(page.getByRole('link', { name: 'Hill repeats (Copy)' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(copy).toBeVisible()
    await page.goto('/routines')
    await expect(page.getByRole('listitem').filter({ hasText: 'Hill repeats' })).toHaveCount(2)
    if (hasScript) await expectAccessible(page)
    await page.context().close()
  })
}

test('shows the search of the address after a link and the back button', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await page.goto('/routines?tab=templates')
  const words = page.getByRole('searchbox')
  const level = page.getByLabel('Level')
  await words.fill('dumbbell')
  await level.selectOption('Beginner')
  await expect(page).toHaveURL(/q=dumbbell&level=beginner/)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/templates$/)
  await expect(words).toHaveValue('')
  await expect(level).toHaveValue('')
  await page.goBack()
  await expect(words).toHaveValue('dumbbell')
  await expect(level).toHaveValue('beginner')
  await page.context().close()
})

test('keeps what is typed while an earlier search is still on its way', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  await page.goto('/routines?tab=templates')
  let answer = () => {}
  const isLate = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/q=hill&/, async (route) => {
    await isLate
    await route.continue()
  })
  const words = page.getByRole('searchbox')
  const asked = page.waitForRequest(/q=hill&/)
  await words.fill('hill')
  await asked
  await words.pressSequentially(' re', { delay: 50 })
  answer()
  await words.pressSequentially('peats', { delay: 50 })
  await expect(page).toHaveURL(/q=hill\+repeats/)
  await expect(words).toHaveValue('hill repeats')
  await expect(words).toBeFocused()
  await page.context().close()
})

test('focus stays where the person was after the routine is drawn anew', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await buildPushDay(page, true)
  const up = page.getByRole('button', { name: 'Move Plank up' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => order(page)).toEqual(['Plank', 'Barbell Bench Press'])
  await expect(up).toBeFocused()
  await page.context().close()
})

test('an exercise is dragged to the place of another', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await buildPushDay(page, true)
  const handle = line(page, 'Plank').locator('span.cursor-grab')
  await handle.scrollIntoViewIfNeeded()
  const from = await handle.boundingBox()
  const to = await line(page, 'Barbell Bench Press').boundingBox()
  if (!from || !to) throw new Error('An exercise is out of sight')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 80, to.y + to.height - 20)
  await page.mouse.up()
  await expect.poll(() => order(page)).toEqual(['Plank', 'Barbell Bench Press'])
  await page.context().close()
})
