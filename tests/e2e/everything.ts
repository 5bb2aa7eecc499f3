import { readdirSync } from 'node:fs'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { newId } from '@/lib/core/id'

/** Every page of the program, as its folder says: `/routines/[id]/edit`. */
export const PAGES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, '').replace(/\([^)]+\)\/?/g, '')}`)
  .sort()

export interface Owner {
  api: APIRequestContext
  /** What stands in the place of a parameter, by the start of the page's address. */
  ids: Record<string, string>
  close: () => Promise<void>
}

/** Gives the person of a page one of everything, as far as pages have an address for it. */
export async function haveEverything(page: Page, word: string): Promise<Owner> {
  const api = page.request
  const make = async (path: string, data: object): Promise<string> => {
    const answer = await api.post(path, { data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()).data.id
  }
  const exerciseId = await make('/api/exercises', {
    ...{ id: newId(), name: `Press ${word}`, tracking: 'weight_reps', category: 'strength' },
  })
  const routineId = await make('/api/routines', {
    ...{ name: `Day ${word}`, blocks: [{ exercises: [{ exerciseId, sets: 2 }] }] },
  })
  const set = { id: newId(), weight: 60, weightUnit: 'kg', reps: 5, isCompleted: true }
  const exercises = [
    { id: newId(), exerciseId, notes: word, sets: [set] },
    { id: newId(), exerciseId, sets: [] },
  ]
  const doneId = await make('/api/sessions', { name: `Done ${word}`, session: { exercises } })
  await make(`/api/sessions/${doneId}/complete`, { notes: word })
  const openId = await make('/api/sessions', { name: `Open ${word}` })
  const gymId = await make('/api/organizations', { name: `Gym ${word}` })
  // Else every answer would have the canary in the address it repeats.
  const slug = `gym-${gymId}`
  const renamed = await api.patch(`/api/organizations/${gymId}`, { data: { slug } })
  expect(renamed.ok()).toBe(true)
  const ids = {
    ...{ '/exercises': exerciseId, '/records': exerciseId, '/routines': routineId },
    ...{ '/history': doneId, '/workout': openId, '/organizations': slug },
  }
  return { api, ids, close: () => page.context().close() }
}

export function addressOf(page: string, { ids }: Pick<Owner, 'ids'>): string {
  if (!page.includes('[')) return page
  const [, start = ''] = /^(\/[^/]+)/.exec(page) ?? []
  const id = ids[start]
  if (!id)
    throw new Error(`The owner has nothing that ${page} could show; add it to haveEverything`)
  return page.replace(/\[\w+\]/, id)
}
