'use client'

import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { logSetAction } from '@/app/(app)/workout/actions'
import type { FieldMessage } from '@/lib/core/errors'
import { unbelievableFields } from '@/lib/domain/believable'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { fieldText } from '@/lib/domain/set-text'
import type { Change } from '@/lib/domain/training/operations'
import { inUnit, type ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, PastSet, SetValues } from '@/lib/domain/training/training'
import { parseTypedNumber } from '@/lib/domain/typed-number'
import { parseTypedSet, type TypedTexts } from '@/lib/domain/typed-set'
import type { Entry } from '@/lib/offline/phone-store'
import { readySound } from './chime'
import { stateOfSet } from './state-of-set'
import { useSharedTraining } from './training-context'

export type CellName = SetField | 'rpe'
type Issues = Partial<Record<CellName, FieldMessage>>

interface Row extends ShownSet {
  exerciseId: string
  facts: ExerciseFacts
  form: RefObject<HTMLFormElement | null>
}

/** What undoes a tap sooner is a finger that taps twice, or a key that is held, and no wish. */
const TWICE_MS = 400

/**
 * What one row knows beside the set: what was typed and not kept yet, what is wrong with it, and
 * whether it was asked about. Everything kept goes through the one reducer.
 */
export function useSetRow({ set, shown, exerciseId, facts, form }: Row) {
  const shared = useSharedTraining()
  const { distanceUnit } = shared.document.person
  const [posted, formAction] = useActionState(logSetAction, null)
  const [typed, setTyped] = useState<TypedTexts>(() => typedBefore(posted?.[0]?.values))
  const [issues, setIssues] = useState<Issues>({})
  /** What was said beside figures that nobody would believe: asked about once. */
  const [asked, setAsked] = useState<Partial<SetValues> | null>(null)
  /** What was typed over a set that was changed elsewhere meanwhile: the person decides. */
  const [clash, setClash] = useState<Entry | null>(null)
  const isTyped = Object.keys(typed).length > 0
  /** The set's revision when the first key was pressed. */
  const typedOn = useRef(set.revision)
  const ticked = useRef({ is: set.isCompleted, at: -TWICE_MS })
  // Once it is drawn otherwise, so that a slow phone gives a second tap no more time.
  useEffect(() => {
    if (ticked.current.is !== set.isCompleted)
      ticked.current = { is: set.isCompleted, at: performance.now() }
  }, [set.isCompleted])
  const unit = distanceUnitFor(facts.tracking, distanceUnit)
  const textsOf = (figures: PastSet): TypedTexts => ({
    ...Object.fromEntries(
      setFields(facts.tracking).map((field) => [field, fieldText(figures, field, unit)]),
    ),
    distanceMeters: figures.distanceMeters,
  })
  const saved = { ...textsOf(shown), rpe: String(shown.rpe ?? '') }
  const texts = { ...saved, ...typed }
  const text = (name: CellName): string => texts[name] ?? ''
  const put = (values: TypedTexts) => {
    if (!isTyped) typedOn.current = set.revision
    setTyped((now) => ({ ...now, ...values }))
  }

  // Somebody may have typed before this script was there: their text wins over the page's.
  const textAtFirst = useRef(text)
  useEffect(() => {
    if (!form.current) return
    const early: TypedTexts = {}
    for (const [name, value] of new FormData(form.current))
      if (isCell(name) && value !== textAtFirst.current(name)) early[name] = String(value)
    if (Object.keys(early).length > 0) setTyped(early)
  }, [form])

  /** Keeps the row as it stands, with what is said beside it; not where something is wrong. */
  function keep(said: Partial<SetValues>, row: TypedTexts = texts, isMeant = false) {
    const about = { tracking: facts.tracking, weightUnit: shown.weightUnit, distanceUnit }
    const parsed = parseTypedSet(row, about)
    setIssues(parsed.issues)
    if (Object.keys(parsed.issues).length > 0) return
    const { kind, side, isCompleted } = set
    const values = {
      ...parsed.values,
      weightUnit: shown.weightUnit,
      kind,
      side,
      isCompleted,
      ...said,
    }
    const bestWeightKg = bestOf(shared.document.past[exerciseId]?.standing)
    const isOdd = unbelievableFields(values, { ...about, bestWeightKg }).length > 0
    const isKnown = FIGURES.every((figure) => values[figure] === set[figure])
    if (isOdd && !isMeant && !isKnown) return setAsked(said)
    setAsked(null)
    const change: Change = {
      ...{ type: 'logSet', setId: set.id },
      baseRevision: isTyped ? typedOn.current : set.revision,
      // The reducer knows a slip.
      values: { ...values, isSlip: false },
    }
    const outcome = shared.dispatch(change)
    if (outcome.kind === 'refused') return setIssues(outcome.fields ?? {})
    const operation = { ...change, id: '', sessionId: '', at: '' }
    setClash(outcome.kind === 'conflict' ? { ...NOWHERE, operation, problem: outcome } : null)
    setTyped({})
    shared.draftWeight(set.id, null)
  }

  /** Fills the row with other figures, such as last time's. */
  function fill(values: TypedTexts) {
    put(values)
    keep({}, { ...texts, ...values })
  }

  return {
    ...{ formAction, text, issues, posted, keep, isTyped },
    state: clash ? { is: 'problem' as const, entry: clash } : stateOfSet(set.id, shared),
    /** Decides about what was refused or is in conflict. */
    settle(entry: Entry, isKept: boolean) {
      setClash(null)
      void shared.settle(entry, isKept)
    },
    isAsked: asked !== null,
    type(name: CellName, value: string) {
      put({ [name]: value })
      if (name === 'weight') shared.draftWeight(set.id, parseTypedNumber(value))
    },
    /** A field was left: what was changed in it is kept, done or not as before. */
    leave(name: CellName) {
      if (typed[name] === undefined) return
      if (typed[name] === saved[name] && issues[name] === undefined)
        return setTyped(({ [name]: _, ...others }) => others)
      keep({})
    },
    tick(isCompleted: boolean) {
      readySound()
      const now = performance.now()
      const isUndone = isCompleted !== set.isCompleted
      if (isUndone && now - ticked.current.at < TWICE_MS) ticked.current.at = now
      else keep({ isCompleted })
    },
    insist: () => keep(asked ?? {}, texts, true),
    fill,
    copy: (figures: PastSet) => fill(textsOf(inUnit(figures, shown.weightUnit))),
  }
}

const bestOf = (standing: readonly { kind: string; value: number }[] | undefined) =>
  standing?.find((record) => record.kind === 'heaviest_weight')?.value ?? null

const FIGURES = ['weight', 'weightUnit', 'reps', 'durationSeconds', 'distanceMeters'] as const

/** The place among what waits on the phone of what never came to be there. */
const NOWHERE = { seq: 0, userId: '' }

const CELLS: readonly string[] = ['weight', 'reps', 'durationSeconds', 'distance', 'rpe']
const isCell = (name: string): name is CellName => CELLS.includes(name)

/** What was typed into a post that was refused, without a script in between. */
const typedBefore = (values: Record<string, string> | undefined): TypedTexts =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => isCell(name)))
