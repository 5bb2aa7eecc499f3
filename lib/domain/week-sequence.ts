/**
 * Where a week that does not skip goes on: the place, counted from 0, of what follows the workout
 * finished last. A routine that stands in the week more than once is told apart by what was done
 * before it: the place whose forerunners agree with the log the longest; of several the one whose
 * log began with the week, else the earliest.
 *
 * @param week the routines of a week in order, at least one
 * @param finished the routines of finished workouts, newest first; others than the week's are passed over
 */
export function nextInWeek(week: readonly string[], finished: readonly string[]): number {
  const done = finished.filter((routine) => week.includes(routine))
  if (done.length === 0) return 0
  const agreement = (place: number): number => {
    const at = done.findIndex((routine, back) => routine !== week.at((place - back) % week.length))
    if (at !== -1) return at
    const isFromStart = (place + 1 - done.length) % week.length === 0
    return done.length + (isFromStart ? 1 : 0)
  }
  const places = week.map((_, place) => place)
  const last = places.reduce((best, place) => (agreement(place) > agreement(best) ? place : best))
  return (last + 1) % week.length
}
