import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import * as z from 'zod'
import { newId } from '@/lib/core/id'

export interface LoadedScript {
  file: string
  /** Compressed as a server does it, whatever this one does. */
  gzipBytes: number
  /** Named by the page itself; the others are fetched by what runs, at once or in advance. */
  isInDocument: boolean
}

/** Every script that a page loads until its network is quiet; the largest first. */
export async function loadedJavaScript(page: Page, path: string): Promise<LoadedScript[]> {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && response.ok()) scripts.set(pathname, response.body())
  })
  const document = await page.goto(path)
  await page.waitForLoadState('networkidle')
  const html = (await document?.text()) ?? ''
  const loaded = await Promise.all(
    [...scripts].map(async ([file, body]) => ({
      file: file.replace(/^.*\//, ''),
      gzipBytes: gzipSync(await body).length,
      isInDocument: html.includes(`src="${file}"`),
    })),
  )
  return loaded.sort((a, b) => b.gzipBytes - a.gzipBytes)
}

/** In kB of 1000 bytes, as the budget has it. */
export const sumKb = (scripts: readonly { gzipBytes: number }[]): number =>
  Math.round(scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 100) / 10

/** Starts a workout with two exercises for whoever is signed in; answers with its path. */
export async function startWorkout(page: Page): Promise<string> {
  const found = await page.request.get('/api/exercises?search=barbell&limit=2')
  const { data } = listSchema.parse(await found.json())
  const sets = () => [1, 2, 3].map(() => ({ id: newId(), weight: 80, reps: 5 }))
  const exercises = data.map(({ id }) => ({ id: newId(), exerciseId: id, sets: sets() }))
  const id = newId()
  const started = await page.request.post('/api/sessions', { data: { id, session: { exercises } } })
  if (!started.ok()) throw new Error(`No workout was started: ${await started.text()}`)
  return `/workout/${id}`
}

const listSchema = z.object({ data: z.array(z.object({ id: z.uuid() })).length(2) })
