/**
 * How much JavaScript `/workout/[id]` loads, in Chromium on the production server, written to
 * workout-javascript.json: `tsx --conditions=react-server tests/bench/workout-javascript.ts`.
 */
import { writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { findOrInstallChromium } from '@/tests/chromium'
import setup from '@/tests/e2e/global-setup'
import { register } from '@/tests/e2e/people'
import { budgetFile, readBudget } from './budget'
import { loadedJavaScript, startWorkout, sumKb } from './loaded-javascript'

const stop = await setup()
const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const context = await browser.newContext({
    baseURL: process.env.BASE_URL ?? '',
    serviceWorkers: 'block',
  })
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
} finally {
  await browser.close()
  await stop()
}
