'use client'

import './set-row.css'
import { Suspense, type TouchEvent, useRef, useState } from 'react'
import { setLabel } from '@/lib/domain/set-numbers'
import { setText } from '@/lib/domain/set-text'
import { type ShownSet, unitOf } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { goToMissing } from './go-to-missing'
import { loadSwipe, SetMenu } from './later-parts'
import { SetFields } from './set-fields'
import { SetKind } from './set-kind'
import { SetProblem, wasAsked } from './set-problem'
import { SetTick } from './set-tick'
import type { Star } from './star-of'
import { useSharedTraining } from './training-context'
import { useSetRow } from './use-set-row'
import { say } from './words'

export interface SetRowProps extends ShownSet {
  exerciseId: string
  facts: ExerciseFacts
  /** The best record of its exercise in this workout. */
  star: Star | null
  /** For the post without JavaScript: made with the page, so a post sent twice is one. */
  opId: string
  /** Called with false when the focus leaves the row. */
  onFocus: (isIn: boolean) => void
}

/** One set: a plain form that posts without JavaScript, and is kept on the phone first with it. */
export function SetRow(props: SetRowProps) {
  const { set, shown, number, facts, exerciseId, opId, onFocus } = props
  const form = useRef<HTMLFormElement>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { words, nextSetId, document: shared, dispatch } = useSharedTraining()
  const row = useSetRow({ ...props, form })
  const { train } = words
  const label = setLabel(set, number, train)
  const named = (what: string) => say(train.named, { exercise: facts.name, set: label, what })
  const isTouched = set.isCompleted || set.revision > 1
  const hasOtherUnit = shown.weightUnit !== unitOf(shared.training, exerciseId)
  const swipe = ({ currentTarget, nativeEvent: { touches } }: TouchEvent<HTMLElement>) => {
    const [touch] = touches
    if (isMenuOpen) return
    const remove = () => dispatch({ type: 'removeSet', setId: set.id })
    if (touch) loadSwipe().then(({ followSwipe }) => followSwipe(currentTarget, touch, remove))
  }
  return (
    <li
      aria-current={nextSetId === set.id ? 'step' : undefined}
      data-is={conditionOf(row, set.isCompleted)}
      data-state={isTouched || row.state.is === 'problem' ? row.state.is : undefined}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
      onTouchStart={swipe}
    >
      <form
        ref={form}
        action={row.formAction}
        className="ex-set"
        onSubmit={(event) => {
          event.preventDefault()
          const { currentTarget, nativeEvent } = event
          const pressed = nativeEvent.submitter
          if (goToMissing(currentTarget)) return
          row.tick(pressed instanceof HTMLButtonElement && pressed.value === 'on')
          // The focus leaves the field after React has rendered the set as done, so that Enter closes the keys.
          setTimeout(() => {
            const done = currentTarget.querySelector<HTMLElement>('.ex-tick[aria-pressed=true]')
            done?.focus({ preventScroll: true })
          })
        }}
      >
        {set.isCompleted ? (
          // What Enter in a field presses: it keeps a done set done.
          <button
            type="submit"
            name="isCompleted"
            value="on"
            tabIndex={-1}
            aria-hidden
            className="sr-only"
          />
        ) : null}
        <input type="hidden" name="setId" value={set.id} />
        <input type="hidden" name="opId" value={opId} readOnly suppressHydrationWarning />
        <input type="hidden" name="baseRevision" value={set.revision} />
        <input type="hidden" name="weightUnit" value={shown.weightUnit} />
        <input type="hidden" name="distanceMeters" value={shown.distanceMeters ?? ''} />
        <SetKind
          {...{ set, facts, label }}
          name={named(train.fields.kind)}
          onOpen={() => setMenuOpen(true)}
        />
        <Previous {...props} copy={row.copy} named={named} />
        <SetFields {...{ row, set, shown, facts, label, named, hasOtherUnit }} />
        <SetTick
          {...{ set, row }}
          name={wasAsked(row, set) ? undefined : 'isCompleted'}
          label={named(say(set.isCompleted ? train.takeBack : train.done, { set: label }))}
        />
        {set.notes ? <p className="ex-note">{set.notes}</p> : null}
        <SetProblem {...{ row, set, shown, facts, exerciseId }} />
      </form>
      {isMenuOpen ? (
        <Suspense>
          <SetMenu
            {...{ set, number, facts, label }}
            keep={row.keep}
            onClose={() => setMenuOpen(false)}
          />
        </Suspense>
      ) : null}
    </li>
  )
}

/** What was done last time, copied with a tap; the star of a record stands in its place. */
function Previous({
  previous,
  set,
  shown,
  facts,
  star,
  copy,
  named,
}: SetRowProps & { copy: ReturnType<typeof useSetRow>['copy']; named: (what: string) => string }) {
  const { document, words } = useSharedTraining()
  const { train } = words
  const { distanceUnit } = document.person
  const text =
    previous &&
    setText(previous, facts.tracking, {
      weightUnit: shown.weightUnit,
      distanceUnit,
    })
  if (star?.setId === set.id && set.isCompleted)
    return <span className="ex-prev ex-star">{star.badge}</span>
  if (!text) return <span className="ex-prev">–</span>
  const [first = '', ...rest] = text.split(' × ')
  return (
    <button
      type="button"
      aria-label={named(say(train.fields.previous, { value: text }))}
      className="ex-prev"
      onClick={() => copy(previous)}
    >
      <span>{first}</span>
      {rest.length > 0 ? <span>× {rest.join(' × ')}</span> : null}
      {previous.rpe !== null ? <span className="ex-prev-rpe">@{previous.rpe}</span> : null}
    </button>
  )
}

/** How a row looks: what is wrong or asked comes before what it is. */
function conditionOf(row: ReturnType<typeof useSetRow>, isCompleted: boolean) {
  if (row.state.is === 'problem' || Object.keys(row.issues).length > 0) return 'refused'
  if (row.question) return 'asked'
  if (isCompleted) return 'done'
  return row.isPending ? 'pending' : undefined
}
