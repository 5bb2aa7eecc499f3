import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import type { AthleteScope } from '@/lib/policies/scope'
import { EXPORT_SECTIONS, type ExportSection } from '@/lib/schemas/export'
import { EXPORT_TABLES, type ExportTable } from './export-tables'

const ROWS_A_FETCH = 1000

/** Reads everything of a person, as JSON that the database writes. */
export class ExportRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * One instant for all tables: nothing that is written meanwhile is in one and not in another. Has
   * to come before the first statement of the transaction.
   */
  async freeze(): Promise<void> {
    await this.tx.execute(sql`set transaction isolation level repeatable read`)
  }

  /**
   * The sections as parts of one JSON object, `"name":[row,…],…` without its braces. A part has some
   * hundred rows, so that what is read and what is written of it are never there twice in whole.
   */
  async *parts(email: string): AsyncGenerator<string> {
    for (const [at, section] of EXPORT_SECTIONS.entries()) {
      yield `${at === 0 ? '' : ','}${JSON.stringify(section)}:[`
      let isFirst = true
      for await (const rows of this.rows(section, email)) {
        yield `${isFirst ? '' : ','}${rows.join(',')}`
        isFirst = false
      }
      yield ']'
    }
  }

  private async *rows(section: ExportSection, email: string): AsyncGenerator<string[]> {
    const { columns, table, where } = EXPORT_TABLES[section]
    const person = { userId: this.scope.athleteId, email }
    const cursor = sql.identifier(`export_${getTableName(table)}`)
    await this.tx.execute(
      sql`declare ${cursor} no scroll cursor for select ${asJson(columns)} as row from ${table} where ${where(person)}`,
    )
    for (;;) {
      const fetched = await this.tx.execute<{ row: string }>(
        sql`fetch ${sql.raw(String(ROWS_A_FETCH))} from ${cursor}`,
      )
      if (fetched.length > 0) yield fetched.map(({ row }) => row)
      if (fetched.length < ROWS_A_FETCH) break
    }
    await this.tx.execute(sql`close ${cursor}`)
  }
}

/** A row as JSON text under the names of the schema, which are written in the code. */
function asJson(columns: ExportTable['columns']): SQL {
  const pairs = Object.entries(columns).map(
    ([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`,
  )
  return sql`json_build_object(${sql.join(pairs, sql`, `)})::text`
}
