const PLACE = 'workout-place'

/** How far down this tab left a workout, pixels: the way back leads to what was being looked at. */
export function leftPlace(workoutId: string): number {
  try {
    const [id, y] = sessionStorage.getItem(PLACE)?.split(' ') ?? []
    return id === workoutId ? Number(y) : 0
  } catch {
    return 0
  }
}

export function keepPlace(workoutId: string): void {
  try {
    sessionStorage.setItem(PLACE, `${workoutId} ${window.scrollY}`)
  } catch {
    // A browser that keeps nothing opens the workout at the next set.
  }
}
