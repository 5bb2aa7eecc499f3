import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { members } from '@/lib/db/schema/organizations'
import { useCases } from '@/lib/use-cases/registry'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { rowsOf } from './owned'
import { rows } from './rows'
import { CANARY, createVictim, type Victim } from './victim'

let test: TestDatabase
let victim: Victim

/** Everybody who has no business in the victim's things, and what they are to them. */
const OTHERS = ['a stranger', 'a coach', 'the owner of their gym', 'a trainer there'] as const
const others = new Map<string, Actor>()

beforeAll(async () => {
  test = await createTestDatabase()
  victim = await createVictim(test.db)
  for (const who of OTHERS) others.set(who, (await createVictim(test.db)).actor)
  const [, coach, owner, trainer] = OTHERS.map((who) => actorOf(who))
  if (coach) others.set('a coach', { ...coach, role: 'coach' })
  const { joinedGymId: organizationId } = victim
  await test.db
    .update(members)
    .set({ userId: owner?.userId })
    .where(and(eq(members.organizationId, organizationId), eq(members.role, 'owner')))
  const joins = { organizationId, userId: trainer?.userId ?? '', role: 'trainer' as const }
  await test.db.insert(members).values(joins)
}, 120_000)

function actorOf(who: string): Actor {
  const actor = others.get(who)
  if (!actor) throw new Error(`Nobody is ${who}`)
  return actor
}

/** The gym they share is theirs as well, to leave and to be shown. */
const sharesGym = (who: string): boolean =>
  ['the owner of their gym', 'a trainer there'].includes(who)
afterAll(() => test.drop())

const sourcesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)

const smuggledFor = (key: string): unknown => {
  if (key === '__proto__') return { isAdmin: true }
  return key === 'role' ? 'admin' : newId()
}

const rowOf = (name: string) => {
  const row = rows[name]
  if (!row) throw new Error(`${name} has no row in the isolation matrix`)
  return row
}

it('has a row for every operation, and no row without one', () => {
  expect(Object.keys(rows).sort()).toEqual(useCases.map((useCase) => useCase.name).sort())
})

it('knows every use case that the source defines', async () => {
  const files = sourcesUnder('lib/use-cases', /\.ts$/)
  const defined = await Promise.all(
    files.map(async (file) =>
      [...(await readFile(file, 'utf8')).matchAll(/^ {2}name: '([^']+)'/gm)].map(
        (match) => match[1],
      ),
    ),
  )
  expect(defined.flat().sort()).toEqual(useCases.map((useCase) => useCase.name).sort())
})

it('lets no server action or handler around the wrapper', async () => {
  const files = sourcesUnder('app', /\.tsx?$/)
  for (const file of files) {
    const source = await readFile(file, 'utf8')
    if (!/^'use server'/m.test(source)) continue
    for (const [line] of source.matchAll(/^export .*$/gm)) {
      expect(line, `${file}: ${line}`).toMatch(/^export const \w+Action = action\(/)
    }
  }
  for (const file of sourcesUnder('app/api', /route\.ts$/)) {
    for (const [line] of (await readFile(file, 'utf8')).matchAll(/^export .*$/gm)) {
      expect(line, `${file}: ${line}`).toMatch(
        /^export const (GET|POST|PUT|PATCH|DELETE|dynamic)\b/,
      )
    }
  }
})

describe.each(useCases.map((useCase) => [useCase.name, useCase] as const))(
  '%s',
  (name, useCase) => {
    it('is for the signed-in unless it says otherwise', async () => {
      const call = callAs(null, useCase, rowOf(name).input(victim))
      if (rowOf(name).others !== 'open')
        await expect(call).rejects.toMatchObject({ code: 'unauthorized' })
      else
        await call.catch((error) =>
          expect(error).toMatchObject({ code: expect.not.stringMatching('unauthorized') }),
        )
    })

    it.each(OTHERS)("lets %s touch and see nothing of another person's", async (who) => {
      if (sharesGym(who) && name === 'gym.leave') return
      const { tells } = rowOf(name)
      const before = await rowsOf(test.db, victim, tells)
      const [answer, error] = await callAs(actorOf(who), useCase, rowOf(name).input(victim)).then(
        (data): [unknown, null] => [data, null],
        (thrown): [null, unknown] => [null, thrown],
      )
      if (rowOf(name).others === 'refused') expect(error).toMatchObject({ code: 'not_found' })
      if (rowOf(name).others === 'own') expect(error).toBeNull()
      if (rowOf(name).others === 'unproven') expect(error).toMatchObject({ code: 'validation' })
      if (rowOf(name).others === 'hindered') expect(error).toMatchObject({ code: 'conflict' })
      expect(JSON.stringify(answer ?? '')).not.toContain(victim.actor.userId)
      const { builtInId, joinedGymId, ...own } = victim
      for (const id of [...Object.values(own), sharesGym(who) ? null : joinedGymId]) {
        if (typeof id === 'string') expect(JSON.stringify(answer ?? '')).not.toContain(id)
      }
      expect(await rowsOf(test.db, victim, tells)).toBe(before)
    })

    it.each(['role', 'userId', 'organizationId', 'emailVerified', 'constructor', '__proto__'])(
      'refuses a smuggled %s',
      async (key) => {
        const before = await rowsOf(test.db, victim)
        const smuggled = { ...rowOf(name).input(victim), [key]: smuggledFor(key) }
        const error: unknown = await callAs(victim.actor, useCase, smuggled).then(
          () => null,
          (thrown) => thrown,
        )
        expect(error).toBeInstanceOf(AppError)
        expect(error).toMatchObject({ code: 'validation' })
        expect(await rowsOf(test.db, victim)).toBe(before)
        expect(Object.getOwnPropertyNames({})).toEqual([])
        expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
      },
    )
  },
)

it('shows the canary to its owner, so that its absence elsewhere means something', async () => {
  const session = useCases.find((useCase) => useCase.name === 'workout.get')
  if (!session) throw new Error('No workout.get')
  expect(
    JSON.stringify(await callAs(victim.actor, session, { id: victim.doneSessionId })),
  ).toContain(CANARY)
})
