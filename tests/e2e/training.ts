import { expect, type Page } from '@playwright/test'

/** Finds an exercise by what is typed, its name else, and adds it to the workout on the screen. */
export async function addExercise(
  page: Page,
  exercise: string,
  { hasScript = true, typed = exercise } = {},
) {
  await page.getByRole('link', { name: 'Add exercise' }).click()
  await page.getByRole('searchbox').fill(typed)
  if (hasScript) {
    await page.getByRole('checkbox', { name: exercise, exact: true }).check()
    await page.getByRole('button', { name: 'Add 1 exercise' }).click()
  } else {
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('button', { name: `Add ${exercise}`, exact: true }).click()
  }
}

/** An empty workout that goes on, with bench press and one set of it done: 82.5 kg × 5. */
export async function trainOnce(page: Page, { hasScript }: { hasScript: boolean }) {
  await page.goto('/workout')
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
  await addExercise(page, 'Barbell Bench Press', { hasScript, typed: 'bench press' })
  await expect(page.getByRole('heading', { name: 'Barbell Bench Press' })).toBeVisible()

  await page.getByLabel('Barbell Bench Press, Set 1: Weight (kg)').fill('82,5')
  await page.getByLabel('Barbell Bench Press, Set 1: Reps').fill('5')
  await page.getByRole('button', { name: /Set 1 done$/ }).click()
  await expect(page.getByRole('button', { name: /Set 1 done, take back/ })).toBeVisible()
}

/** Finishes the workout that goes on, with a note. */
export async function finishWith(page: Page, notes: string) {
  await page.getByRole('link', { name: 'Finish' }).first().click()
  await page.getByLabel('Notes', { exact: true }).fill(notes)
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText('Nice work!')).toBeVisible()
}
