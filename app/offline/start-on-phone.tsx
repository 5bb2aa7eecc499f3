'use client'

import { Card } from '@/app/_components/ui/card'
import { partOfDay } from '@/lib/domain/part-of-day'
import { beginPrepared, type PreparedStart } from '@/lib/domain/training/prepared-start'
import words from '@/lib/i18n/en/offline.json'
import { openStore } from '@/lib/offline/open-store'

/** The workouts that this phone can start by itself: today's first, the empty one last. */
export function StartOnPhone({
  userId,
  starts,
  done,
}: {
  userId: string
  starts: readonly PreparedStart[]
  /** Names of workouts finished on this phone; they are no longer marked as today's. */
  done: readonly string[]
}) {
  const today = dayOfToday(starts)
  const isToday = ({ days, document }: PreparedStart) =>
    days.includes(today) && !done.includes(document.training.name)
  const inOrder = [...starts.filter(isToday), ...starts.filter((start) => !isToday(start))]
  return (
    <section aria-labelledby="start-on-phone" className="w-full text-left">
      <h2 id="start-on-phone" className="pb-2 font-semibold">
        {words.startTitle}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {inOrder.map((start) => (
            <li key={start.routineId}>
              <button
                type="button"
                onClick={() => void begin(userId, start)}
                className="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left font-medium"
              >
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {start.routineId ? start.document.training.name : words.startEmpty}
                </span>
                {isToday(start) ? (
                  <span className="text-sm font-semibold text-accent">{words.today}</span>
                ) : null}
                <span aria-hidden className="text-faint">
                  ›
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}

/** The day of the person's week, in their time zone. */
function dayOfToday([first]: readonly PreparedStart[]): number {
  const timeZone = first?.document.person.timeZone ?? 'UTC'
  const at = Date.now() - (first?.dayCutoffHour ?? 0) * HOUR_MS
  // `Temporal` would be most of what the page loads.
  const day = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at)
  return DAYS.indexOf(day)
}

const HOUR_MS = 3_600_000
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Keeps the workout and the word for the server on the phone, then opens it. */
async function begin(userId: string, start: PreparedStart): Promise<void> {
  const at = new Date()
  const { timeZone } = start.document.person
  const name = start.document.training.name || words.emptyName[partOfDay(at, timeZone)]
  const { document, operation } = beginPrepared(start, { name, at: at.toISOString() })
  const { store } = await openStore()
  await store.keepWorkout(userId, document)
  await store.add({ userId, operation, problem: null })
  window.location.assign(`/workout/${document.training.id}`)
}
