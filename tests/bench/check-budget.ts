/** Part of `npm run check`; that the figure is true is a browser test (shell.e2e.ts). */
import { readBudget } from './budget'

const { measuredKb, budgetKb } = await readBudget()
if (measuredKb > budgetKb) {
  console.error(`/workout/[id] loads ${measuredKb} kB of JavaScript, more than ${budgetKb} kB.`)
  process.exitCode = 1
}
