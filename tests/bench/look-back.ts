/**
 * How long the readings of the pages that look back take with 100,000 logged sets, on a database
 * of their own: `tsx --conditions=react-server tests/bench/look-back.ts`.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { newId } from '@/lib/core/id'
import { openPool } from '@/lib/db/client'
import { startEmbeddedServer } from '@/lib/db/embedded-server'
import { migrateDatabase } from '@/lib/db/migrate'
import { users } from '@/lib/db/schema/identity'
import { exercises } from '@/lib/db/schema/library'
import { seedLibrary } from '@/lib/db/seed/seed-library'
import { ownData } from '@/lib/policies/own-data'
import { AnalyticsRepository } from '@/lib/repositories/analytics-repository'
import { ExerciseHistoryRepository } from '@/lib/repositories/exercise-history-repository'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { RecordBookRepository } from '@/lib/repositories/record-book-repository'
import { sessionFilterSchema } from '@/lib/schemas/history'
import { fillTotals, insertHistory, SETS_A_SESSION } from '@/tests/helpers/long-history'

const SETS = 100_000
const RUNS = 50

const home = await mkdtemp(join(tmpdir(), 'gym-tracker-bench-'))
await chmod(home, 0o711)
const server = await startEmbeddedServer({ dataDir: join(home, 'postgres'), isDurable: false })
await migrateDatabase(server.url)
const pool = openPool(server.url, { size: 1 })
const db = drizzle(pool)
await seedLibrary(db)
const userId = newId()
await db.insert(users).values({ id: userId, name: 'Bench', email: 'bench@example.com' })
await insertHistory(db, { userId, sessions: SETS / SETS_A_SESSION })
await fillTotals(db)
await db.execute(sql`vacuum analyze`)

const [bench] = await db
  .select({ id: exercises.id })
  .from(exercises)
  .where(eq(exercises.slug, 'barbell-bench-press'))
const exerciseId = bench?.id ?? ''
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
const year = { from: day(364), to: day(0) }
const filter = (input: object) => sessionFilterSchema.parse(input)

await db.transaction(async (tx) => {
  const scope = ownData({ userId })
  const analytics = new AnalyticsRepository(tx, scope)
  const history = new HistoryRepository(tx, scope)
  const exercise = new ExerciseHistoryRepository(tx, scope)
  const book = new RecordBookRepository(tx, scope)
  const readings: Record<string, () => PromiseLike<unknown>> = {
    'a page of the history': () => history.list(filter({})),
    'a page of an exercise': () => history.list(filter({ exerciseId })),
    'a search in the notes': () => history.list(filter({ q: 'knee' })),
    'sums of a year': () => analytics.sum(year),
    'sums of all time': () => analytics.sumAll(),
    'days of a year': () => analytics.listDays(year),
    'weeks of a year': () => analytics.listWeeks(year, 1),
    'muscle sets of a year': () => analytics.listExerciseSets(year),
    'muscle sets of all time': () => analytics.listExerciseSets(null),
    'weeks in a row': () => analytics.countWeeksInARow(day(0)),
    'curve of a year': () => exercise.listDays({ exerciseId, from: year.from }),
    'curve of all time': () => exercise.listMonths({ exerciseId }),
    'last times': () => exercise.listLastTimes({ exerciseId, limit: 8 }),
    'standing records': () => book.listStanding([exerciseId]),
  }
  for (const [name, read] of Object.entries(readings)) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const startedAt = performance.now()
      await read()
      times.push(performance.now() - startedAt)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => (times[Math.floor(share * RUNS)] ?? 0).toFixed(2)
    console.log(`${name.padEnd(26)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`)
  }
})
await pool.end()
await server.stop()
await rm(home, { recursive: true, force: true })
