'use client'

import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { logSetAction } from '@/app/(app)/workout/actions'
import type { FieldMessage } from '@/lib/core/errors'
import { unbelievableFields } from '@/lib/domain/believable'
import { distanceUnitFor, lacksWeight, type SetField, setFields } from '@/lib/domain/set-fields'
import { fieldText } from '@/lib/domain/set-text'
import { bestsSoFar } from '@/lib/domain/training/bests-so-far'
import type { Change } from '@/lib/domain/training/operations'
import { inUnit, type ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, PastSet, SetValues } from '@/lib/domain/training/training'
import { parseTypedSet, type TypedTexts } from '@/lib/domain/typed-set'
import type { Entry } from '@/lib/offline/phone-store'
import { readySound } from './chime'
import { stopClock } from './running-clock'
import { isPending, stateOfSet } from './state-of-set'
import { useSharedTraining } from './training-context'

export type CellName = SetField | 'rpe'
type Issues = Partial<Record<CellName, FieldMessage>>

/** A question about a field before its set is saved, and what was being said about the set. */
export interface Question {
  about: 'weight' | 'figure'
  field: SetField
  said: Partial<SetValues>
}

interface Row extends ShownSet {
  exerciseId: string
  facts: ExerciseFacts
  form: RefObject<HTMLFormElement | null>
}

/** As long as a finger may stay on a button. */
const PRESS_MS = 250

/** What undoes a tap sooner than this is the same tap of a nervous finger, or a key that is held. */
const TWICE_MS = 400

/**
 * What one row knows beside the set: what was typed and not logged yet, what is wrong with it, and
 * what it asks. Everything that is saved goes through the one reducer.
 */
export function useSetRow({ set, shown, exerciseId, facts, form }: Row) {
  const shared = useSharedTraining()
  const { distanceUnit } = shared.document.person
  const [posted, formAction] = useActionState(logSetAction, null)
  const [postedTexts, setPostedTexts] = useState(() => typedBefore(posted?.[0]?.values))
  const [issues, setIssues] = useState<Issues>({})
  const [question, setQuestion] = useState<Question | null>(null)
  /** What was typed over a set that was changed elsewhere meanwhile: the person decides. */
  const [clash, setClash] = useState<Entry | null>(null)
  /** The figure that was confirmed, perhaps before the set was done. */
  const meant = useRef<string>(undefined)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ticked = useRef({ is: set.isCompleted, at: -TWICE_MS })
  // Counted from the render that shows it, so that a slow phone gives a second tap no more time.
  useEffect(() => {
    if (ticked.current.is !== set.isCompleted)
      ticked.current = { is: set.isCompleted, at: performance.now() }
  }, [set.isCompleted])
  const unit = distanceUnitFor(facts.tracking, distanceUnit)
  const textsOf = (figures: PastSet): TypedTexts => ({
    ...Object.fromEntries(
      setFields(facts.tracking).map((field) => [field, fieldText(figures, field, unit)]),
    ),
    ...{ distanceMeters: figures.distanceMeters, rpe: String(figures.rpe ?? '') },
  })
  const [own, suggested] = [textsOf(set), textsOf(shown)]
  const held = shared.typed[set.id]
  // What the set says too was logged, and not forgotten because the page was left in between.
  const isOpen = CELLS.some(
    (cell) => (held?.texts[cell] ?? own[cell]) !== own[cell] || held?.texts[cell] === '',
  )
  const kept = isOpen ? held : undefined
  const typed: TypedTexts = kept?.texts ?? postedTexts
  const text = (name: CellName): string => typed[name] ?? suggested[name] ?? ''
  const put = (values: TypedTexts) =>
    shared.type(set.id, {
      texts: { ...typed, ...values },
      revision: kept?.revision ?? set.revision,
    })
  const forget = () => {
    setPostedTexts({})
    if (held) shared.type(set.id, null)
  }

  // Somebody may have typed before this script was there: their text wins over the page's.
  const atFirst = useRef({ text, put })
  useEffect(() => {
    if (!form.current) return
    const early: TypedTexts = {}
    for (const [name, value] of new FormData(form.current))
      if (isCell(name) && value !== atFirst.current.text(name)) early[name] = String(value)
    if (Object.keys(early).length > 0) atFirst.current.put(early)
  }, [form])

  function focusOn(field: string | undefined) {
    const input = field && form.current?.elements.namedItem(field)
    if (input instanceof HTMLInputElement) input.focus()
  }

  /**
   * Saves what stands in the row, with what is said beside it: once it is done with the suggestions
   * in its untouched fields, until then only what was typed. Answers false where it asks or refuses.
   */
  function keep(said: Partial<SetValues>, changed: TypedTexts = typed, isMeant = false): boolean {
    const isCompleted = said.isCompleted ?? set.isCompleted
    const about = { tracking: facts.tracking, weightUnit: shown.weightUnit, distanceUnit }
    const parsed = parseTypedSet({ ...(isCompleted ? suggested : own), ...changed }, about)
    // The press that left the field is over before a sentence moves what is being pressed.
    const say = (show: () => void) => {
      if (said.isCompleted === undefined) waiting.current = setTimeout(show, PRESS_MS)
      else show()
      return false
    }
    const refuse = (found: Issues) =>
      say(() => {
        setIssues(found)
        if (said.isCompleted) focusOn(Object.keys(found)[0])
      })
    const ask = (about: Question['about'], field: SetField) =>
      say(() => {
        setIssues({})
        setQuestion({ about, field, said })
      })
    clearTimeout(waiting.current)
    setQuestion(null)
    if (Object.keys(parsed.issues).length > 0) return refuse(parsed.issues)
    const { kind, side } = set
    const values = {
      ...{ ...parsed.values, weightUnit: shown.weightUnit },
      ...{ kind, side, isCompleted },
      ...said,
    }
    if (isCompleted && lacksWeight(facts.tracking, values)) {
      focusOn('weight')
      return ask('weight', 'weight')
    }
    const isKnown = FIGURES.every((figure) => values[figure] === set[figure])
    const [odd] = unbelievableFields(values, {
      ...about,
      bests: bestsSoFar(shared.document, exerciseId),
    })
    if (odd && !isKnown) {
      if (isMeant) meant.current = text(odd)
      else if (text(odd) !== meant.current) return ask('figure', odd)
    }
    const change: Change = {
      ...{ type: 'logSet', setId: set.id },
      baseRevision: kept?.revision ?? set.revision,
      // The reducer knows a slip.
      values: { ...values, isSlip: false },
    }
    const outcome = shared.dispatch(change)
    if (outcome.kind === 'refused') return refuse(outcome.fields ?? {})
    const operation = { ...change, id: '', sessionId: '', at: '' }
    setClash(outcome.kind === 'conflict' ? { ...NOWHERE, operation, problem: outcome } : null)
    setIssues({})
    // What is in conflict stays in its fields until the person has decided.
    if (outcome.kind === 'applied') forget()
    return true
  }

  /** Fills fields with other figures, such as last time's, and saves them. */
  function fill(values: TypedTexts, said: Partial<SetValues> = {}) {
    if (!keep(said, { ...typed, ...values })) put(values)
  }

  return {
    ...{ formAction, text, issues, posted, keep, question },
    /** What the row would hold had the field not been typed into. */
    suggestion: (name: CellName): string => suggested[name] ?? '',
    isGrey: (name: CellName): boolean => typed[name] === undefined && (own[name] ?? '') === '',
    isPending: isPending(set, shared),
    state: clash ? { is: 'problem' as const, entry: clash } : stateOfSet(set.id, shared),
    /** Decides about what was refused or is in conflict. */
    settle(entry: Entry, isKept: boolean) {
      setClash(null)
      forget()
      void shared.settle(entry, isKept)
    },
    type(name: CellName, value: string) {
      // What is asked was about the figure as it stood.
      if (question?.field === name) setQuestion(null)
      put({ [name]: value })
    },
    /** A field was left: what was changed in it is saved, done or not as before. */
    leave(name: CellName) {
      // An open question stays, because saving again would replace it while the person presses an answer.
      if (typed[name] === undefined || question) return
      const { [name]: said, ...others } = typed
      if (said !== own[name] || issues[name] !== undefined) return void keep({})
      if (Object.keys(others).length === 0) return forget()
      shared.type(set.id, { texts: others, revision: kept?.revision ?? set.revision })
    },
    tick(isCompleted: boolean) {
      readySound()
      const now = performance.now()
      const isUndone = isCompleted !== set.isCompleted
      if (isUndone && now - ticked.current.at < TWICE_MS) ticked.current.at = now
      else {
        // A tick while the clock runs logs what it shows, as its stop does.
        const seconds = isCompleted && isUndone ? stopClock(set.id) : null
        if (seconds !== null && typed.durationSeconds === undefined)
          fill({ durationSeconds: String(seconds) }, { isCompleted })
        else keep({ isCompleted })
      }
    },
    /** Saves the figures that were asked about. */
    insist: () => keep(question?.said ?? {}, typed, true),
    fill,
    copy: (figures: PastSet) => {
      const { rpe: _, ...texts } = textsOf(inUnit(figures, shown.weightUnit, facts))
      fill(texts)
    },
  }
}

const FIGURES = ['weight', 'reps', 'durationSeconds', 'distanceMeters'] as const

/** The place among what waits on the phone of what never came to be there. */
const NOWHERE = { seq: 0, userId: '' }

const CELLS: readonly CellName[] = ['weight', 'reps', 'durationSeconds', 'distance', 'rpe']
const isCell = (name: string): name is CellName => CELLS.some((cell) => cell === name)

/** What was typed into a post that was refused, without a script in between. */
const typedBefore = (values: Record<string, string> | undefined): TypedTexts =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => isCell(name)))
