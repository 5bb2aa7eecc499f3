/** The hours at which each part of the day ends; the night goes on to the first of them. */
const ENDS = [
  [4, 'night'],
  [12, 'morning'],
  [17, 'afternoon'],
  [22, 'evening'],
  [24, 'night'],
] as const

export type PartOfDay = (typeof ENDS)[number][1]

/** The part of the day in a time zone (IANA), by the hours that people name it by. */
export function partOfDay(at: Date, timeZone: string): PartOfDay {
  const clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const hour = Number(clock.format(at))
  return ENDS.find(([end]) => hour < end)?.[1] ?? 'night'
}
