/** How much of the row a finger crosses before letting go removes the set. */
const SHARE = 0.35
/** Less than this many pixels is a tap or the start of scrolling. */
const SLACK = 12

/**
 * Follows a finger that pulls the row of a set to the left, and removes the set when it is pulled far
 * enough; anywhere else the row slides back. The page keeps vertical moves, since rows have
 * `touch-action: pan-y`.
 */
export function followSwipe(row: HTMLElement, start: Touch, onRemove: () => void): void {
  let by = 0
  const follow = (event: TouchEvent) => {
    const touch = [...event.touches].find(({ identifier }) => identifier === start.identifier)
    if (!touch) return
    const [x, y] = [touch.clientX - start.clientX, touch.clientY - start.clientY]
    if (by === 0 && (x > -SLACK || Math.abs(y) > -x)) return
    by = Math.min(0, x)
    row.style.setProperty('--swipe', `${by}px`)
    row.dataset.swipe = isFar() ? 'far' : ''
  }
  const isFar = () => -by > row.clientWidth * SHARE
  const end = (event: TouchEvent) => {
    row.removeEventListener('touchmove', follow)
    row.removeEventListener('touchend', end)
    row.removeEventListener('touchcancel', end)
    const removes = event.type === 'touchend' && isFar()
    delete row.dataset.swipe
    row.style.removeProperty('--swipe')
    if (removes) onRemove()
  }
  row.addEventListener('touchmove', follow, { passive: true })
  row.addEventListener('touchend', end)
  row.addEventListener('touchcancel', end)
}
