import { addDays, monthOf, nextMonth, weekStart } from '@/lib/domain/local-date'

const DAY_MS = 86_400_000
const TWO_LINES_FROM = 30

interface Span {
  /** ISO, both included. */
  from: string
  to: string
  /** 0 = Sunday. */
  firstDayOfWeek: number
}

interface Cell {
  date: string
  week: number
  /** 0 is the first day of the week. */
  row: number
}

/** A column a week and a row a weekday, and where in the columns each month begins. */
export function layOutDays({ from, to, firstDayOfWeek }: Span) {
  const start = Date.parse(weekStart(from, firstDayOfWeek))
  const placeOf = (date: string) => Math.round((Date.parse(date) - start) / DAY_MS)
  const cells: Cell[] = []
  for (let place = placeOf(from); place <= placeOf(to); place++) {
    const date = new Date(start + place * DAY_MS).toISOString().slice(0, 10)
    cells.push({ date, week: Math.floor(place / 7), row: place % 7 })
  }
  return { cells, weeks: (cells.at(-1)?.week ?? -1) + 1, months: listMonths(cells, from) }
}

/**
 * Two halves to stand below each other where a year has no room in one line, the second from the month
 * nearest the middle; one where the days fit anyway.
 */
export function halve(layout: ReturnType<typeof layOutDays>): ReturnType<typeof layOutDays>[] {
  const { cells, weeks, months } = layout
  const middle = months
    .map(({ week }) => week)
    .reduce(
      (best, week) => (Math.abs(week - weeks / 2) < Math.abs(best - weeks / 2) ? week : best),
      0,
    )
  if (weeks < TWO_LINES_FROM || middle === 0) return [layout]
  return [
    {
      cells: cells.filter(({ week }) => week < middle),
      weeks: middle,
      months: months.filter(({ week }) => week < middle),
    },
    {
      cells: moved(cells, middle),
      weeks: weeks - middle,
      months: moved(months, middle),
    },
  ]
}

const moved = <T extends { week: number }>(placed: readonly T[], by: number): T[] =>
  placed.filter(({ week }) => week >= by).map((each) => ({ ...each, week: each.week - by }))

/** A month's name needs three columns; a first month with fewer days than that goes without. */
function listMonths(cells: readonly Cell[], from: string) {
  const isFirstShort = addDays(from, 21) >= nextMonth(from)
  return cells
    .filter(({ date }) => date.endsWith('-01') || (date === from && !isFirstShort))
    .map(({ date, week }) => ({ month: monthOf(date), week }))
}
