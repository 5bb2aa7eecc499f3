import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@/lib/transport/endpoints'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { rowsOf } from '@/tests/isolation/owned'
import { createVictim, type Victim } from '@/tests/isolation/victim'
import { document, listHandlers, operations, type Sent, send } from './api'
import { rows } from './rows'

let test: TestDatabase
let stranger: Victim
beforeAll(async () => {
  test = await createAccountDatabase()
  stranger = await createVictim(test.db)
})
afterAll(() => test.drop())

const rowOf = (operation: string) => {
  const row = rows[operation]
  if (!row) throw new Error(`${operation} has no row among the contract tests`)
  return row
}

/** Handlers that are no operations: for those who watch the server, for tools, for what is not there. */
const OTHER_HANDLERS = /^\/api\/(health|ready|openapi\.json|\{\.\.\.path\}|auth\/\{\.\.\.all\})$/

it('every operation has a row, and every row an operation', () => {
  expect(Object.keys(rows).sort()).toEqual([...operations].sort())
})

it('the table, the document and the handlers under app/api are the same', async () => {
  const handlers = [...(await listHandlers()).keys()].filter(
    (handler) => !OTHER_HANDLERS.test(handler.split(' ')[1] ?? ''),
  )
  const listed = Object.keys(endpoints).map((name) => name.replaceAll(/:(\w+)/g, '{$1}'))
  expect(handlers.sort()).toEqual([...listed].sort())
  expect([...operations].sort()).toEqual([...listed].sort())
})

it('the document names each operation once and refers to nothing that it does not have', () => {
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  const referred = [
    ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g),
  ]
  expect(referred.length).toBeGreaterThan(10)
  for (const [, name = ''] of referred) expect(document.components.schemas).toHaveProperty(name)
})

describe.each(operations)('%s', (operation) => {
  const row = rowOf(operation)
  const isInPath = operation.includes('{')
  const withParams = (victim: Victim, sent: Sent): Sent => {
    const { params } = row.valid(victim)
    return { ...sent, ...(params && { params }) }
  }

  it('answers a valid request as the document says', async () => {
    const victim = await createVictim(test.db)
    const { status, error } = await send(victim.actor, operation, row.valid(victim))
    expect(error).toBeUndefined()
    expect(status).toBeLessThan(300)
  })

  it('refuses a wrong request and says where it is wrong', async () => {
    for (const sent of [row.invalid, { query: { userId: '1' }, body: { userId: '1' } }]) {
      const isRead = /^(GET|DELETE)/.test(operation)
      const { query = {}, body = {} } = sent
      const wrong = withParams(stranger, isRead ? { query } : { body })
      const { status, error } = await send(stranger.actor, operation, wrong)
      expect(status).toBe(400)
      expect(Object.keys(error.details.validationErrors).length).toBeGreaterThan(0)
    }
  })

  it('is for the signed-in', async () => {
    const before = await rowsOf(test.db, stranger)
    const { status, error } = await send(null, operation, row.valid(stranger))
    expect([status, error.code]).toEqual([401, 'unauthorized'])
    expect(await rowsOf(test.db, stranger)).toBe(before)
  })

  it("neither changes nor shows another person's", async () => {
    const victim = await createVictim(test.db)
    const before = await rowsOf(test.db, victim)
    const { status, data } = await send(stranger.actor, operation, row.valid(victim))
    if (row.others === 'own') expect(status).toBeLessThan(300)
    else expect(status).toBe(row.others)
    for (const [name, id] of Object.entries(victim)) {
      if (typeof id === 'string' && name !== 'builtInId')
        expect(JSON.stringify(data ?? null)).not.toContain(id)
    }
    expect(await rowsOf(test.db, victim)).toBe(before)
  })

  if (!isInPath) return
  it('finds nothing under an id that cannot be one', async () => {
    const params = Object.fromEntries(
      [...operation.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'nothing']),
    )
    const { status } = await send(stranger.actor, operation, {
      ...row.valid(stranger),
      params,
    })
    expect(status).toBe(404)
  })
})

it('lets nothing change by GET', () => {
  const reads = Object.entries(endpoints).filter(([operation]) => operation.startsWith('GET '))
  expect(reads.length).toBeGreaterThan(10)
  for (const [operation, { useCase }] of reads) expect(useCase.kind, operation).toBe('read')
})
