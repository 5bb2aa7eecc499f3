/**
 * How much of what people log the built-in catalogue knows:
 * `tsx tests/bench/catalogue-coverage.ts <csv>`, the CSV having columns name, sets_seen and apps.
 */
import { readFileSync } from 'node:fs'
import { indexExerciseNames, loadExerciseCatalogue } from '@/lib/db/seed/exercise-catalogue'
import { exerciseNameKey } from '@/lib/domain/exercise-name'

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

function parseCsv(csv: string): string[][] {
  const rows: string[][] = []
  const row: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < csv.length) {
    const at = CELL.lastIndex
    const [, quoted, plain = '', end] = CELL.exec(csv) ?? []
    if (end === undefined) throw new Error(`Malformed CSV at character ${at}`)
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') rows.push(row.splice(0))
  }
  if (row.length > 0) rows.push(row)
  return rows
}

const path = process.argv[2]
if (path === undefined) throw new Error('Usage: tsx tests/bench/catalogue-coverage.ts <csv>')

const [header = [], ...rows] = parseCsv(readFileSync(path, 'utf8'))
const nameColumn = header.indexOf('name')
const setsColumn = header.indexOf('sets_seen')
if (nameColumn < 0 || setsColumn < 0) throw new Error('The CSV needs columns name and sets_seen')

const index = indexExerciseNames(loadExerciseCatalogue())
const logged = rows.map((row) => ({
  name: row[nameColumn] ?? '',
  sets: Number(row[setsColumn]),
  slug: index.get(exerciseNameKey(row[nameColumn] ?? ''))?.slug,
}))
const countSets = (entries: typeof logged) => entries.reduce((sum, entry) => sum + entry.sets, 0)

const misses = logged.filter(({ slug }) => slug === undefined).sort((a, b) => b.sets - a.sets)
const all = countSets(logged)
const known = all - countSets(misses)
console.log(`${known} of ${all} sets resolve (${((100 * known) / all).toFixed(2)} %)`)
console.log(`${logged.length - misses.length} of ${logged.length} names resolve`)
for (const { name, sets } of misses) console.log(`${sets}\t${name}`)
