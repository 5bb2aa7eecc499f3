'use client'

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type PointerEvent, useRef, useState } from 'react'
import { groupsOf } from '@/lib/domain/training/blocks'
import { presentExercises, type TrainingExercise } from '@/lib/domain/training/training'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** A row that is being dragged: how far, in pixels, and over which place. */
interface Drag {
  id: string
  by: number
  to: number
}

/** The exercises and blocks of the workout, moved by dragging a handle or by the buttons. */
export function ReorderList({ exercise: current }: { exercise: TrainingExercise }) {
  const { document, words, dispatch } = useSharedTraining()
  const { menu } = words.train
  const [drag, setDrag] = useState<Drag | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const from = useRef(0)
  const { training } = document
  const groups = groupsOf(presentExercises(training))

  function move(group: readonly TrainingExercise[], places: number) {
    const [first] = group
    if (!first) return
    const direction = places < 0 ? 'up' : 'down'
    const one = { type: 'moveExercise', exerciseLogId: first.id, direction, isWhole: true } as const
    for (let left = Math.abs(places); left > 0; left -= 1) dispatch(one)
  }

  function follow({ clientY }: PointerEvent, id: string, place: number) {
    const rows = [...(list.current?.children ?? [])]
    const own = rows[place]?.getBoundingClientRect()
    if (!own) return
    const by = clientY - from.current
    const height = own.height
    const to = Math.min(rows.length - 1, Math.max(0, place + Math.round(by / height)))
    setDrag({ id, by, to })
  }

  return (
    <ol ref={list} className="-mx-2 flex flex-col">
      {groups.map((group, place) => {
        const [first] = group
        if (!first) return null
        const name = group
          .map(({ exerciseId }) => training.facts[exerciseId]?.name ?? '')
          .join(' + ')
        const isDragged = drag?.id === first.id
        const dragged = drag ? groups.findIndex(([each]) => each?.id === drag.id) : -1
        return (
          <li
            key={first.id}
            style={isDragged ? { transform: `translateY(${drag.by}px)` } : undefined}
            className={`flex min-h-[52px] items-center gap-1 rounded-control bg-surface ${isDragged ? 'relative z-1 shadow-lg' : ''} ${markOf({ place, dragged, to: drag?.to })} ${group.includes(current) ? 'font-semibold' : ''}`}
          >
            <span
              aria-hidden
              className="grid size-11 flex-none cursor-grab touch-none place-items-center text-soft"
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId)
                from.current = event.clientY
                setDrag({ id: first.id, by: 0, to: place })
              }}
              onPointerMove={(event) => {
                if (isDragged) follow(event, first.id, place)
              }}
              onPointerUp={() => {
                if (isDragged) move(group, drag.to - place)
                setDrag(null)
              }}
              onPointerCancel={() => setDrag(null)}
            >
              <GripVertical className="size-5" />
            </span>
            <span className="min-w-0 flex-1 text-sm wrap-anywhere">{name}</span>
            {([-1, 1] as const).map((step) => {
              const Icon = step < 0 ? ArrowUp : ArrowDown
              const label = step < 0 ? menu.moveNameUp : menu.moveNameDown
              const isEdge = step < 0 ? place === 0 : place === groups.length - 1
              return (
                <button
                  key={step}
                  type="button"
                  aria-label={say(label, { name })}
                  aria-disabled={isEdge || undefined}
                  onClick={() => move(group, step)}
                  className="grid size-11 flex-none place-items-center rounded-[10px] text-soft hover:bg-raised aria-disabled:opacity-40"
                >
                  <Icon aria-hidden className="size-5" />
                </button>
              )
            })}
          </li>
        )
      })}
    </ol>
  )
}

/** A line where the dragged row would land. */
function markOf({
  place,
  dragged,
  to,
}: {
  place: number
  dragged: number
  to: number | undefined
}) {
  if (to !== place || dragged < 0 || dragged === place) return ''
  return to < dragged ? 'border-t-2 border-accent' : 'border-b-2 border-accent'
}
