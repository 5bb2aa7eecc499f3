/**
 * When the largest part of a page is seen, and how much it shifts, over a slow phone's network
 * (1.6 Mbit/s, 150 ms) and processor (four times slower): the median of five loads with nothing kept,
 * `tsx --conditions=react-server tests/bench/first-sight.ts`.
 */
import type { Page } from '@playwright/test'
import { register } from '@/tests/e2e/people'
import { startWorkout } from './loaded-javascript'
import { onServer } from './on-server'

const LOADS = 5
const SLOW = {
  ...{ offline: false, latency: 150 },
  ...{ downloadThroughput: 200_000, uploadThroughput: 100_000 },
}

interface Sight {
  /** Milliseconds from the start of the load. */
  largest: number
  shift: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

await onServer(async (context) => {
  const first = await context.newPage()
  await register(first)
  const workout = await startWorkout(first)
  await first.close()
  for (const path of [workout, '/dashboard', '/history', '/routines', '/progress']) {
    const sights: Sight[] = []
    for (let load = 0; load < LOADS; load += 1) {
      const page = await context.newPage()
      sights.push(await see(page, path))
      await page.close()
    }
    const largest = Math.round(median(sights.map((sight) => sight.largest)))
    const shift = median(sights.map((sight) => sight.shift)).toFixed(3)
    console.log(`${String(largest).padStart(6)} ms largest, ${shift} shifted  ${path}`)
  }
})

async function see(page: Page, path: string): Promise<Sight> {
  await page.setViewportSize({ width: 390, height: 844 })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Network.emulateNetworkConditions', SLOW)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const sight = { largest: 0, shift: 0 }
    Object.assign(window, { sight })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sight.largest = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        sight.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => (window as unknown as { sight: Sight }).sight)
}
