import { getTableColumns } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authSessions } from '@/lib/db/schema/identity'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import { gymAccess, gymRoles } from '@/lib/policies/gym-rights'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { getIdentity } from './identity'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const TABLES = { organization: organizations, member: members, invitation: invitations }

/** What Drizzle gives for a column, by the type that Better Auth writes and reads. */
const DATA_TYPES: Record<string, string> = { string: 'string', date: 'date', boolean: 'boolean' }

const fieldsOf = async (model: string) => {
  const { tables } = await getIdentity().$context
  const table = tables[model]
  if (!table) throw new Error(`Better Auth knows no ${model}`)
  return Object.entries(table.fields)
}

describe('Better Auth’s organizations', () => {
  it.each(Object.entries(TABLES))(
    'find every field of theirs in the table of %s',
    async (model, table) => {
      const columns = getTableColumns(table)
      const fields = await fieldsOf(model)
      expect(fields.length).toBeGreaterThan(3)
      for (const [name, field] of fields) {
        const column = columns[(field.fieldName ?? name) as keyof typeof columns]
        expect(column?.dataType, `${model}.${name}`).toBe(DATA_TYPES[String(field.type)])
        // What they may leave out, the table must not ask for.
        if (field.required === false && field.defaultValue === undefined)
          expect(column.notNull && !column.hasDefault, `${model}.${name}`).toBe(name === 'role')
      }
    },
  )

  it('find where a session looks, and ids as we make them', async () => {
    const fields = Object.fromEntries(await fieldsOf('session'))
    expect(fields).toHaveProperty('activeOrganizationId')
    expect(authSessions.activeOrganizationId.dataType).toBe('string')
    for (const table of Object.values(TABLES)) expect(table.id.columnType).toBe('PgUUID')
  })

  it('are asked for a right as our own policies are', () => {
    const [plugin] = getIdentity().options.plugins
    expect([plugin.id, plugin.options.ac, plugin.options.roles]).toEqual([
      ...['organization', gymAccess, gymRoles],
    ])
  })
})
