import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { NotFoundError, ValidationError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { violatedUnique } from '@/lib/db/database-errors'
import { bodyMeasurements } from '@/lib/db/schema/body'
import type { MeasurementKind } from '@/lib/domain/measurements'
import type { AthleteScope } from '@/lib/policies/scope'
import type { Measurement, MeasurementList } from '@/lib/schemas/measurement'

const table = bodyMeasurements
const columns = {
  id: table.id,
  kind: table.kind,
  value: table.value,
  unit: table.unit,
  measuredOn: table.measuredOn,
}

/** What a person measured of their body, one value a kind and day. */
export class MeasurementRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(...more: (SQL | undefined)[]): SQL | undefined {
    return and(eq(table.userId, this.scope.athleteId), ...more)
  }

  /** Newest first. */
  list({ kind, from, to, limit, after }: MeasurementList): Promise<Measurement[]> {
    return this.tx
      .select(columns)
      .from(table)
      .where(
        this.own(
          kind && eq(table.kind, kind),
          from ? gte(table.measuredOn, from) : undefined,
          to ? lte(table.measuredOn, to) : undefined,
          after &&
            sql`(${table.measuredOn}, ${table.id}) < (${after.measuredOn}::date, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(table.measuredOn), desc(table.id))
      .limit(limit)
  }

  /** One kind from a day on, oldest first. */
  listFrom(kind: MeasurementKind, from: string): Promise<Measurement[]> {
    return this.tx
      .select(columns)
      .from(table)
      .where(this.own(eq(table.kind, kind), gte(table.measuredOn, from)))
      .orderBy(asc(table.measuredOn))
  }

  async find(id: string): Promise<Measurement | null> {
    const [row] = await this.tx
      .select(columns)
      .from(table)
      .where(this.own(eq(table.id, id)))
    return row ?? null
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Measurement> {
    const found = await this.find(id)
    if (!found) throw new NotFoundError()
    return found
  }

  /** The one of the latest day. */
  async findNewest(kind: MeasurementKind): Promise<Measurement | null> {
    const [row] = await this.tx
      .select(columns)
      .from(table)
      .where(this.own(eq(table.kind, kind)))
      .orderBy(desc(table.measuredOn))
      .limit(1)
    return row ?? null
  }

  /**
   * Writes the value of a kind and day; one that is there is replaced and keeps its id.
   * @throws NotFoundError for an id that is another person's
   */
  async put(measured: Omit<Measurement, 'id'> & { id?: string | undefined }): Promise<Measurement> {
    const { value, unit } = measured
    const [row] = await this.tx
      .insert(table)
      .values({ ...measured, userId: this.scope.athleteId })
      .onConflictDoUpdate({
        target: [table.userId, table.kind, table.measuredOn],
        set: { value, unit, updatedAt: sql`now()` },
      })
      .returning(columns)
      .catch((error) => {
        throw violatedUnique(error) === 'body_measurements_pkey' ? new NotFoundError() : error
      })
    if (!row) throw new Error('A written measurement was not returned')
    return row
  }

  /** @throws ValidationError when that day has a value of the kind already */
  async update({ id, value, unit, measuredOn }: Omit<Measurement, 'kind'>): Promise<void> {
    await this.tx
      .update(table)
      .set({ value, unit, measuredOn })
      .where(this.own(eq(table.id, id)))
      .catch((error) => {
        if (violatedUnique(error) !== 'body_measurements_once_a_day') throw error
        throw new ValidationError({ measuredOn: [{ key: 'measuredThatDay' }] })
      })
  }

  async delete(id: string): Promise<void> {
    await this.tx.delete(table).where(this.own(eq(table.id, id)))
  }

  /**
   * Of each kind that was measured: the newest, and what came nearest to 30 and to 365 days before
   * it. A few look-ups in the index a kind, however long the history.
   */
  async listLatest(kinds: readonly MeasurementKind[]): Promise<Latest[]> {
    const nearest = (days: number, tolerance: number) => sql`left join lateral (
      select m.value, m.unit from ${table} m
      where m.user_id = ${this.scope.athleteId} and m.kind = k.kind
        and m.measured_on between latest.measured_on - ${days + tolerance}::int
          and latest.measured_on - ${days - tolerance}::int
      order by abs(latest.measured_on - ${days}::int - m.measured_on), m.measured_on limit 1)`
    const rows = await this.tx.execute<LatestRow>(sql`
      select k.kind, latest.value, latest.unit, to_char(latest.measured_on, 'YYYY-MM-DD') as "measuredOn",
        month.value as "monthValue", month.unit as "monthUnit",
        year.value as "yearValue", year.unit as "yearUnit"
      from unnest(${sql.param([...kinds])}::text[]) with ordinality as k(kind, place)
      cross join lateral (
        select m.value, m.unit, m.measured_on from ${table} m
        where m.user_id = ${this.scope.athleteId} and m.kind = k.kind
        order by m.measured_on desc limit 1) latest
      ${nearest(30, 7)} month on true
      ${nearest(365, 30)} year on true
      order by k.place`)
    return rows.map((row) => ({
      kind: row.kind,
      latest: { value: Number(row.value), unit: row.unit, measuredOn: row.measuredOn },
      monthBefore: before(row.monthValue, row.monthUnit),
      yearBefore: before(row.yearValue, row.yearUnit),
    }))
  }
}

type Measured = Pick<Measurement, 'value' | 'unit'>

interface Latest {
  kind: MeasurementKind
  latest: Measured & Pick<Measurement, 'measuredOn'>
  monthBefore: Measured | null
  yearBefore: Measured | null
}

/** Numerics arrive as text. */
interface LatestRow extends Record<string, unknown> {
  kind: MeasurementKind
  value: string
  unit: Measurement['unit']
  measuredOn: string
  monthValue: string | null
  monthUnit: Measurement['unit'] | null
  yearValue: string | null
  yearUnit: Measurement['unit'] | null
}

const before = (value: string | null, unit: Measurement['unit'] | null): Measured | null =>
  value === null || unit === null ? null : { value: Number(value), unit }
