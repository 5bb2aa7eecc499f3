import { ascending, quantileSorted } from 'd3-array'
import { startProductionServer } from '../e2e/production-server'
import { openForm, type PlainForm } from '../helpers/forms'

/**
 * Whether the time of an answer tells if an address has an account: each form is sent 200 times with a
 * known and 200 times with an unknown address, in turns, to the production server.
 */
const TRIES = 200
/**
 * How far the share of pairs in which the known address took longer (Mann and Whitney's U) may be from
 * one half, which says nothing about either.
 */
const TELLING = 0.1

const KNOWN = 'athlete@example.com'
let strangers = 0
const newEmail = () => `nobody${strangers++}@example.com`

const server = await startProductionServer('test-results/enumeration.log')

interface Question {
  path: string
  typed?: Record<string, string>
}

const QUESTIONS: Record<string, Question> = {
  'sign in': { path: '/auth/login', typed: { password: 'not the right one' } },
  register: {
    path: '/auth/register',
    typed: { name: 'Kim', password: 'a calm long sentence 7', role: 'athlete', weightUnit: 'kg' },
  },
  'reset the password': { path: '/auth/forgot-password' },
  'send the link again': { path: '/auth/verify-email' },
}

/** Milliseconds until the answer. */
async function time(form: PlainForm, typed: Record<string, string>): Promise<number> {
  const startedAt = performance.now()
  const answer = await form.send(typed)
  await answer.text()
  const taken = performance.now() - startedAt
  if (answer.status >= 400) throw new Error(`It answered ${answer.status}`)
  // What follows the answer, mail above all, must not be in the way of the next one.
  await new Promise((done) => setTimeout(done, 30))
  return taken
}

/** The share of pairs in which the first took longer. */
function shareLonger(known: readonly number[], unknown: readonly number[]): number {
  const wins = known.flatMap((a) => unknown.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length
}

const spread = (times: number[]) => {
  const sorted = times.toSorted(ascending)
  return [0.25, 0.5, 0.75].map((part) => (quantileSorted(sorted, part) ?? 0).toFixed(1)).join(' / ')
}

let isTold = false
for (const [name, { path, typed }] of Object.entries(QUESTIONS)) {
  const form = await openForm(`${server.baseUrl}${path}`, 'email')
  const ask = (email: string) => time(form, { email, ...typed })
  const known: number[] = []
  const unknown: number[] = []
  for (let count = -10; count < TRIES; count += 1) {
    const times = [await ask(KNOWN), await ask(newEmail())] as const
    if (count < 0) continue
    known.push(times[0])
    unknown.push(times[1])
  }
  const share = shareLonger(known, unknown)
  isTold ||= Math.abs(share - 0.5) > TELLING
  console.log(`${name}: known ${spread(known)} ms, unknown ${spread(unknown)} ms (quartiles)`)
  console.log(`  a known address takes longer in ${(100 * share).toFixed(1)} % of pairs`)
}
await server.stop()
console.log(isTold ? 'The time tells which addresses are known.' : 'The time tells nothing.')
process.exit(isTold ? 1 : 0)
