import { expect, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { becomeNewcomer } from './newcomer'
import { base, openPage } from './people'
import {
  BENCH,
  field,
  finishLink,
  keepNoWorkouts,
  keptByWorker,
  openOnPhone,
  shell,
  startSession,
  tick,
} from './phone'
import { startSlowProxy } from './slow-proxy'

for (const phone of ['', ', onto a full phone']) {
  test(`a workout that was started elsewhere opens over a slow network${phone}`, async ({
    browser,
  }) => {
    const proxy = await startSlowProxy(base())
    const page = await openPage(browser)
    await becomeNewcomer(page)
    await page.goto(`${proxy.url}/more`)
    await keptByWorker(page)
    if (phone) await page.addInitScript(keepNoWorkouts)
    const { path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
    proxy.route((asked) => (/^\/workout\/|\/training$/.test(asked) ? 'late' : 'through'))
    await page.goto(proxy.url + path)
    await expect(page.getByRole('heading', { name: 'Opening your workout' })).toBeVisible()
    await expect(tick(page, 1)).toBeVisible()
    await expect(shell(page)).toBeAttached()
    await expect(page.getByText('Your browser blocks storage')).toHaveCount(phone ? 1 : 0)
    await page.reload()
    await expect(tick(page, 1)).toBeVisible()
    // Neither the phone nor the network has what nobody started.
    await page.goto(`${proxy.url}/workout/${newId()}`)
    await expect(page.getByRole('heading', { name: "You're offline" })).toBeVisible()
    await page.context().close()
    proxy.stop()
  })
}

test('what was typed or asked in a workout without a network stays when the network returns', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await openOnPhone(page, path)
  await page.context().setOffline(true)
  await page.reload()
  const returns = async () => {
    await page.context().setOffline(false)
    await page.evaluate(() => void window.dispatchEvent(new Event('online')))
    // As long as a return would take.
    await page.waitForTimeout(1500)
    await expect(shell(page)).toBeAttached()
    await page.context().setOffline(true)
  }
  await field(page, 1, 'Reps').fill('877')
  await tick(page, 1).click()
  await returns()
  await page.getByRole('button', { name: 'Yes, save it' }).click()
  await finishLink(page).click()
  const notes = page.getByLabel('Notes', { exact: true })
  await notes.fill('In the cellar')
  await notes.blur()
  await returns()
  await expect(notes).toHaveValue('In the cellar')
  await page.getByRole('radio').first().check()
  await notes.clear()
  await notes.blur()
  await returns()
  await page.context().close()
})
