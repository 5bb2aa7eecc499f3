'use client'

import { GripVertical } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'

/** So near the edge of the window, in pixels, a drag scrolls the page. */
const EDGE = 96

const targetAt = ({ clientX, clientY }: PointerEvent) =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('fieldset[id^=line-]')

const mark = (target?: HTMLElement | null) => {
  for (const marked of document.querySelectorAll('[data-drop]')) marked.removeAttribute('data-drop')
  target?.setAttribute('data-drop', '')
}

/**
 * Drags an exercise to the place of another, by finger or mouse; the arrows beside it do the same by
 * keyboard and without JavaScript.
 */
export function DragHandle({ at }: { at: string }) {
  const drop = useRef<HTMLButtonElement>(null)
  const isDragging = useRef(false)
  const move = (event: PointerEvent) => {
    if (!isDragging.current) return
    mark(targetAt(event))
    if (event.clientY < EDGE) scrollBy(0, -8)
    if (event.clientY > innerHeight - 2 * EDGE) scrollBy(0, 8)
  }
  const end = (event: PointerEvent) => {
    const to = isDragging.current && event.type === 'pointerup' && targetAt(event)
    isDragging.current = false
    mark()
    const button = drop.current
    if (!to || !button) return
    button.value = `move-to:${at}:${to.id.slice('line-'.length).replace('-', ':')}`
    button.form?.requestSubmit(button)
  }
  return (
    <>
      <span
        aria-hidden
        onPointerDown={(event) => {
          isDragging.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        className="-ml-2 grid h-11 w-7 flex-none cursor-grab touch-none place-items-center text-faint select-none noscript:hidden"
      >
        <GripVertical size={18} />
      </span>
      <button ref={drop} type="submit" name="intent" hidden />
    </>
  )
}
