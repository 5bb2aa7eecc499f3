import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { users } from '@/lib/db/schema/identity'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { describeFailure } from './log'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const thrownBy = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => null,
    (thrown) => thrown,
  )

it('tells of a failed statement which one and why, and nothing of the person in it', async () => {
  const insert = () =>
    test.db.insert(users).values({ name: 'Kim Secret', email: 'kim@private.example' })
  await insert()
  const described = describeFailure(await thrownBy(insert()))
  expect(described).toMatchObject({ code: '23505', query: expect.stringContaining('insert into') })
  expect(JSON.stringify(described)).not.toMatch(/kim/i)
})

it('leaves out what the database says, which quotes the value', async () => {
  const thrown = await thrownBy(test.db.execute(sql`select ${'kim@private.example'}::int`))
  const cause = thrown instanceof Error ? thrown.cause : null
  for (const error of [thrown, cause]) {
    expect(describeFailure(error)).toMatchObject({ code: '22P02' })
    expect(JSON.stringify(describeFailure(error))).not.toContain('private')
  }
})

it('keeps the words and the place of any other failure, without addresses', () => {
  const described = describeFailure(new TypeError('550 <kim@private.example> is not here'))
  expect(described).toMatchObject({ type: 'TypeError', message: '550 …@… is not here' })
  expect(JSON.stringify(described.stack)).toContain('log.test.ts')
  expect(describeFailure('kim@private.example')).toEqual({ type: 'string' })
})
