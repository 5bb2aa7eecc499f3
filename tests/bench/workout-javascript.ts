/**
 * How much JavaScript `/workout/[id]` loads, in Chromium on the production server, written to
 * workout-javascript.json: `tsx --conditions=react-server tests/bench/workout-javascript.ts`.
 */
import { writeFile } from 'node:fs/promises'
import { register } from '@/tests/e2e/people'
import { budgetFile, readBudget } from './budget'
import { loadedJavaScript, startWorkout, sumKb } from './loaded-javascript'
import { onServer } from './on-server'

await onServer(async (context) => {
  const page = await context.newPage()
  await register(page)
  const path = await startWorkout(page)
  const scripts = await loadedJavaScript(await context.newPage(), path)
  const { budgetKb } = await readBudget()
  const measuredKb = sumKb(scripts)
  for (const { file, gzipBytes, isInDocument } of scripts) {
    const how = isInDocument ? '' : '  fetched later'
    console.log(`${(gzipBytes / 1000).toFixed(1).padStart(6)} kB  ${file}${how}`)
  }
  const laterKb = sumKb(scripts.filter(({ isInDocument }) => !isInDocument))
  console.log(`${measuredKb.toFixed(1).padStart(6)} kB in all, ${laterKb} of them fetched later`)
  console.log(`${budgetKb.toFixed(1).padStart(6)} kB is the budget`)
  await writeFile(budgetFile, `${JSON.stringify({ measuredKb, budgetKb }, null, 2)}\n`)
})
