import { type BrowserContext, expect, type Page } from '@playwright/test'
import * as z from 'zod'
import { newId } from '@/lib/core/id'

/** As long as the phone waits at most before it tries again, and a little. */
export const SOON = { timeout: 25_000 }
export const BENCH = 'Barbell Bench Press'
export const SQUAT = 'Barbell Back Squat'

/** In a page: from now on the phone has no room for a workout. */
export function keepNoWorkouts(): void {
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...row) {
    if (this.name === 'workouts') throw new DOMException('Full', 'QuotaExceededError')
    return put.apply(this, row)
  }
}

interface Planned {
  exercise: string
  sets: number
  /** Null where nothing is known before it is typed. */
  weight?: number | null
  reps?: number | null
  isDone?: boolean
  notes?: string
  /** What else is known of each set. */
  more?: {
    weightUnit?: 'kg' | 'lb'
    durationSeconds?: number
    distanceMeters?: number
    rpe?: number
  }
}

const catalogueSchema = z.object({
  data: z.array(z.object({ id: z.uuid(), name: z.string(), isUnilateral: z.boolean() })),
})

/** The ids of exercises by their names. */
export async function exerciseIds(page: Page): Promise<Map<string, string>> {
  const answer = await page.request.get('/api/exercises/catalogue')
  const { data } = catalogueSchema.parse(await answer.json())
  return new Map(data.map(({ id, name }) => [name, id]))
}

/** Starts a workout of these exercises for whoever is signed in; with the ids of its sets in order. */
export async function startSession(page: Page, planned: readonly Planned[]) {
  const ids = await exerciseIds(page)
  const id = newId()
  const exercises = planned.map(
    ({ exercise, sets, weight = 80, reps = 5, isDone: isCompleted = false, notes, more }) => ({
      id: newId(),
      notes,
      exerciseId: ids.get(exercise),
      sets: Array.from({ length: sets }, () => ({
        id: newId(),
        weight,
        reps,
        isCompleted,
        ...more,
      })),
    }),
  )
  const started = await page.request.post('/api/sessions', { data: { id, session: { exercises } } })
  if (!started.ok()) throw new Error(`No workout was started: ${await started.text()}`)
  const setIds = exercises.flatMap(({ sets }) => sets.map((set) => set.id))
  return { id, path: `/workout/${id}`, setIds }
}

/** The same, done and finished. */
export async function trainedBefore(page: Page, planned: readonly Planned[]): Promise<void> {
  const { id } = await startSession(
    page,
    planned.map((each) => ({ ...each, isDone: true })),
  )
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  if (!finished.ok()) throw new Error(`It was not finished: ${await finished.text()}`)
}

/** Starts a workout whose exercises take turns. */
export async function startSuperset(page: Page, exercises: readonly string[]): Promise<string> {
  const ids = await exerciseIds(page)
  const line = { sets: 2, repsMin: 8, repsMax: 8, weight: 40, weightUnit: 'kg', restSeconds: 90 }
  const lines = exercises.map((name) => ({ ...line, exerciseId: ids.get(name) }))
  return startPlanned(page, { kind: 'superset', exercises: lines })
}

/** Starts a workout with a plank of two planned sets. */
export async function startHold(page: Page, durationSeconds: number): Promise<string> {
  const exerciseId = (await exerciseIds(page)).get('Plank')
  return startPlanned(page, { exercises: [{ exerciseId, sets: 2, durationSeconds }] })
}

async function startPlanned(page: Page, block: object): Promise<string> {
  const [routineId, id] = [newId(), newId()]
  const made = await page.request.post('/api/routines', {
    data: { id: routineId, name: 'Arms', blocks: [block] },
  })
  if (!made.ok()) throw new Error(`No routine was made: ${await made.text()}`)
  const started = await page.request.post('/api/sessions', { data: { id, plan_id: routineId } })
  if (!started.ok()) throw new Error(`No workout was started: ${await started.text()}`)
  return `/workout/${id}`
}

const sessionSchema = z.object({
  data: z.object({
    status: z.string(),
    exercises: z.array(
      z.object({
        name: z.string(),
        notes: z.string(),
        sets: z.array(
          z.object({
            id: z.string(),
            weight: z.number().nullable(),
            reps: z.number().nullable(),
            weightUnit: z.string(),
            rpe: z.number().nullable(),
            durationSeconds: z.number().nullable(),
            distanceMeters: z.number().nullable(),
            kind: z.string(),
            isCompleted: z.boolean(),
            performedAt: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
})

/** A workout as the server has it. */
export async function onServer(page: Page, id: string) {
  const answer = await page.request.get(`/api/sessions/${id}`)
  return sessionSchema.parse(await answer.json()).data
}

/** The ids of the sets that the server has as done, in the order they were done. */
export async function doneOnServer(page: Page, id: string): Promise<string[]> {
  const { exercises } = await onServer(page, id)
  const done = exercises.flatMap(({ sets }) => sets).filter((set) => set.isCompleted)
  return done
    .toSorted((a, b) => ((a.performedAt ?? '') < (b.performedAt ?? '') ? -1 : 1))
    .map((set) => set.id)
}

/** Until the worker stands, and has everything that it keeps. */
export const keptByWorker = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done))
  })

/** Opens a workout and waits until this phone can go on with it by itself. */
export async function openOnPhone(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(finishLink(page)).toBeVisible()
  await keptByWorker(page)
  await expect
    .poll(() => keptInStores(page, ['workouts', 'catalogues']), 'the phone keeps the workout')
    .toEqual([true, true])
}

/** Whether each of the app's stores on the phone holds something. */
export const keptInStores = (page: Page, stores: readonly string[]) =>
  page.evaluate(async (names) => {
    const known = await indexedDB.databases()
    // Opening one that is not there would make an empty one.
    if (!known.some(({ name }) => name === 'gym-tracker')) return []
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('gym-tracker')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const count = (name: string) =>
      new Promise<boolean>((resolve, reject) => {
        const asked = db.transaction(name).objectStore(name).count()
        asked.onsuccess = () => resolve(asked.result > 0)
        asked.onerror = () => reject(asked.error)
      })
    const kept = await Promise.all(names.map(count))
    db.close()
    return kept
  }, stores)

/** What stands in for a page, whatever it shows: its own page alone asks not to be indexed. */
export const shell = (page: Page) => page.locator('meta[name=robots][content=noindex]')
export const finishLink = (page: Page) =>
  page.getByRole('link', { name: 'Finish', exact: true }).first()
export const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
export const tick = (page: Page, set: number | string, exercise = BENCH) =>
  page.getByRole('button', { name: `${exercise}, Set ${set}: Set ${set} done`, exact: true })
export const untick = (page: Page, set: number | string, exercise = BENCH) =>
  page.getByRole('button', {
    name: `${exercise}, Set ${set}: Set ${set} done, take back`,
    exact: true,
  })
export const field = (page: Page, set: number | string, what: string, exercise = BENCH) =>
  page.getByLabel(`${exercise}, Set ${set}: ${what}`, { exact: true })

const STATES = {
  ...{ Saved: 'saved', Saving: 'saving', 'On this phone': 'onPhone' },
  ...{ 'Only in this window': 'inWindow', 'Not saved': 'problem' },
} as const

/** The sets that stand so; an untouched one has no state. */
export const saying = (page: Page, state: keyof typeof STATES) =>
  page.locator(`li[data-state=${STATES[state]}]`)

/** Opens what is done rarely; a notice that comes or goes above may move it from under the press. */
export async function openMore(page: Page, name: string): Promise<void> {
  const menu = card(page, name)
    .locator('details')
    .filter({ hasText: `More for ${name}` })
  await expect(async () => {
    if ((await menu.getAttribute('open')) === null) await menu.locator('> summary').click()
    await expect(menu).toHaveAttribute('open', '', { timeout: 1000 })
  }).toPass()
}

/** Opens a row of an exercise's menu that shows more below itself. */
export async function openRow(page: Page, name: string, row: string): Promise<void> {
  await openMore(page, name)
  const fold = card(page, name)
    .locator('details details')
    .filter({ has: page.locator('summary').getByText(row, { exact: true }) })
    .last()
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
  await expect(fold).toHaveAttribute('open', '')
}

/** Opens the menu of a set: behind its number, and without JavaScript in that of its exercise. */
export async function openSet(
  page: Page,
  set: number | string,
  { exercise = BENCH, hasScript = true } = {},
): Promise<void> {
  if (!hasScript) return openRow(page, exercise, `Set ${set}`)
  await field(page, set, 'Kind', exercise).click()
  await expect(page.getByRole('dialog', { name: `Set ${set}`, exact: true })).toBeVisible()
}

/** Chooses a kind or a side in the menu of a set. */
export async function chooseKind(
  page: Page,
  choice: string,
  set: number | string,
  { exercise = BENCH, hasScript = true } = {},
): Promise<void> {
  if (!hasScript) {
    const kinds = page.getByRole('combobox', { name: `${exercise}, Set ${set}: Kind`, exact: true })
    await kinds.selectOption(choice)
    return
  }
  await openSet(page, set, { exercise })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${choice}`) })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export async function closeSheet(page: Page): Promise<void> {
  const sheet = page.locator('dialog[open]')
  if ((await sheet.count()) > 0) await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
}

/** The phone restarts: the page is gone without a word, and another one is opened. */
export async function restart(context: BrowserContext, page: Page, path: string): Promise<Page> {
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await next.goto(path)
  return next
}
