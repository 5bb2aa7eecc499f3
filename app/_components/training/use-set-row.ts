'use client'

import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { logSetAction } from '@/app/(app)/workout/actions'
import type { FieldMessage } from '@/lib/core/errors'
import { unbelievableFields } from '@/lib/domain/believable'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { fieldText } from '@/lib/domain/set-text'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, SetValues } from '@/lib/domain/training/training'
import { parseTypedNumber } from '@/lib/domain/typed-number'
import { parseTypedSet } from '@/lib/domain/typed-set'
import { readySound } from './chime'
import { stateOfSet } from './state-of-set'
import { useSharedTraining } from './training-context'

export type CellName = SetField | 'rpe'
type Texts = Partial<Record<CellName, string>>
type Issues = Partial<Record<CellName, FieldMessage>>

interface Row extends ShownSet {
  exerciseId: string
  facts: ExerciseFacts
  form: RefObject<HTMLFormElement | null>
}

/**
 * What one row knows beside the set: what was typed and not kept yet, what is wrong with it, and
 * whether it was asked about. Everything kept goes through the one reducer.
 */
export function useSetRow({ set, shown, exerciseId, facts, form }: Row) {
  const shared = useSharedTraining()
  const { distanceUnit } = shared.document.person
  const [posted, formAction] = useActionState(logSetAction, null)
  const [typed, setTyped] = useState<Texts>(() => typedBefore(posted?.[0]?.values))
  const [issues, setIssues] = useState<Issues>({})
  /** What nobody would believe, as it was typed: asked about once. */
  const [asked, setAsked] = useState<string | null>(null)
  const unit = distanceUnitFor(facts.tracking, distanceUnit)
  const cells: readonly CellName[] = [...setFields(facts.tracking), 'rpe']

  const savedText = (name: CellName): string =>
    name === 'rpe' ? String(shown.rpe ?? '') : fieldText(shown, name, unit)
  const text = (name: CellName): string => typed[name] ?? savedText(name)
  const texts = () => Object.fromEntries(cells.map((name) => [name, text(name)]))

  // Somebody may have typed before this script was there: their text wins over the page's.
  const textAtFirst = useRef(text)
  useEffect(() => {
    if (!form.current) return
    const early: Texts = {}
    for (const [name, value] of new FormData(form.current))
      if (isCell(name) && value !== textAtFirst.current(name)) early[name] = String(value)
    if (Object.keys(early).length > 0) setTyped(early)
  }, [form])

  /** Keeps the row as it stands, with what is said beside it. False where something is wrong. */
  function keep(said: Partial<SetValues>, row: Texts = texts(), isMeant = false): boolean {
    const about = { tracking: facts.tracking, weightUnit: shown.weightUnit, distanceUnit }
    const parsed = parseTypedSet(row, about)
    setIssues(parsed.issues)
    if (Object.keys(parsed.issues).length > 0) return false
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
    const isKnown = values.weight === set.weight && values.reps === set.reps
    if (isOdd && !isMeant && !isKnown) {
      setAsked(JSON.stringify(values))
      return false
    }
    const odd = unbelievableFields(values, { ...about, bestWeightKg: null })
    setAsked(null)
    const outcome = shared.dispatch({
      ...{ type: 'logSet', setId: set.id, baseRevision: set.revision },
      values: { ...values, isSlip: odd.length > 0 },
    })
    if (outcome.kind === 'refused') {
      setIssues(outcome.fields ?? {})
      return false
    }
    setTyped({})
    shared.draftWeight(set.id, null)
    return true
  }

  return {
    ...{ formAction, text, issues, posted, keep },
    state: stateOfSet(set.id, shared),
    isAsked: asked !== null,
    isTyped: Object.keys(typed).length > 0,
    type(name: CellName, value: string) {
      setTyped((now) => ({ ...now, [name]: value }))
      if (name === 'weight') shared.draftWeight(set.id, parseTypedNumber(value))
    },
    /** A field was left: what was changed in it is kept, done or not as before. */
    leave(name: CellName) {
      if (typed[name] === undefined) return
      if (typed[name] === savedText(name) && issues[name] === undefined)
        return setTyped(({ [name]: _, ...others }) => others)
      keep({})
    },
    tick(isCompleted: boolean) {
      readySound()
      keep({ isCompleted })
    },
    insist: () => keep(asked ? JSON.parse(asked) : {}, texts(), true),
    dismiss: () => setAsked(null),
    /** Fills the row with other figures, such as last time's. */
    fill(values: Texts) {
      setTyped((now) => ({ ...now, ...values }))
      keep({}, { ...texts(), ...values })
    },
  }
}

const bestOf = (standing: readonly { kind: string; value: number }[] | undefined) =>
  standing?.find((record) => record.kind === 'heaviest_weight')?.value ?? null

const CELLS: readonly string[] = ['weight', 'reps', 'durationSeconds', 'distance', 'rpe']
const isCell = (name: string): name is CellName => CELLS.includes(name)

/** What was typed into a post that was refused, without a script in between. */
const typedBefore = (values: Record<string, string> | undefined): Texts =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => isCell(name)))
