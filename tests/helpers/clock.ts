import { onTestFinished, vi } from 'vitest'

/** Sets what time it is until the test ends, without stopping the timers of the database's client. */
export function travelTo(time: string | number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
  onTestFinished(() => void vi.useRealTimers())
}
