import { type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { newId } from '@/lib/core/id'
import type { PublicError, Result } from '@/lib/core/result'
import { type SetField, setFields } from '@/lib/domain/set-fields'
import { fieldText } from '@/lib/domain/set-text'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord, LoggedSet } from '@/lib/schemas/workout'
import { logSetAction } from '../actions'
import { useProgress } from './progress'

export type CellName = SetField | 'rpe'
type Typed = Partial<Record<CellName, string>>
type LogResult = { set: LoggedSet; records: LoggedRecord[] }

interface SetRowState {
  form: RefObject<HTMLFormElement | null>
  set: LoggedSet
  tracking: Tracking
  distanceUnit: 'm' | 'km' | 'mi'
  records: readonly LoggedRecord[]
  /** The weight of a set above that was changed; it stands here until something else is typed. */
  carriedWeight: string | null
  offline: string
}

/**
 * What one row knows: the set as it was saved last, what was typed since, and what became of it.
 * Saves one after another, each made on the revision that the one before left.
 */
export function useSetRow(given: SetRowState) {
  const { form, tracking, distanceUnit, carriedWeight } = given
  const [posted, formAction] = useActionState(logSetAction, null)
  const [saved, setSaved] = useState<LogResult | null>(posted?.[1] ?? null)
  const [error, setError] = useState<PublicError | null>(posted?.[0] ?? null)
  const [typed, setTyped] = useState<Typed>(() => typedBefore(posted?.[0]?.values, tracking))
  const [pill, setPill] = useState<'saving' | 'saved' | null>(null)
  /** What a press on the tick asked for, shown at once and taken back when it is refused. */
  const [wanted, setWanted] = useState<boolean | null>(null)
  // A page drawn anew may know more than this row, which may have saved since the page was drawn.
  const { set, records } = saved && saved.set.revision > given.set.revision ? saved : given
  const queue = useRef<Promise<void>>(Promise.resolve())
  const revision = useRef(set.revision)
  /** The newest form that is not on its way yet; each says everything, so older ones need not go. */
  const waiting = useRef<FormData | null>(null)
  const unsent = useRef<{ content: string; opId: string } | null>(null)
  const { mark, track } = useProgress()
  const isDone = wanted ?? set.isCompleted
  const isTouched = isDone || set.revision > 1

  const savedText = (name: CellName): string =>
    name === 'rpe' ? String(set.rpe ?? '') : fieldText(set, name, distanceUnit)
  const shown = (name: CellName): string =>
    typed[name] ?? (name === 'weight' && !isTouched ? carriedWeight : null) ?? savedText(name)

  // Somebody may have typed before this script was there: their text wins over the page's.
  const shownAtFirst = useRef(shown)
  useEffect(() => {
    if (!form.current) return
    const early: Typed = {}
    for (const [name, value] of new FormData(form.current)) {
      if (isCell(name, tracking) && value !== shownAtFirst.current(name))
        early[name] = String(value)
    }
    if (Object.keys(early).length > 0) setTyped(early)
  }, [form, tracking])

  function save(form: FormData) {
    setPill('saving')
    revision.current = Math.max(revision.current, set.revision)
    waiting.current = form
    queue.current = queue.current.then(async () => {
      const data = waiting.current
      if (!data) return
      waiting.current = null
      const content = JSON.stringify(
        [...data].filter(([name]) => name !== 'opId' && name !== 'baseRevision'),
      )
      const opId = unsent.current?.content === content ? unsent.current.opId : newId()
      data.set('opId', opId)
      data.set('baseRevision', String(revision.current))
      const answer: Result<LogResult> | null = await logSetAction(null, data).catch(() => null)
      // An unanswered change may have arrived: the same id again makes the retry harmless.
      unsent.current = answer ? null : { content, opId }
      if (!waiting.current) setWanted(null)
      if (!answer?.[1]) {
        setPill(null)
        setError(answer?.[0] ?? unavailable(given.offline))
        return
      }
      revision.current = answer[1].set.revision
      setSaved(answer[1])
      setError(null)
      setPill('saved')
      // What was typed while this was on its way stays as it is.
      setTyped((now) => withoutSaved(now, data))
      mark(set.id, answer[1].set.isCompleted)
    })
    track(queue.current)
  }

  return {
    ...{ set, records, error, pill, isDone, formAction, shown },
    isTouched: isTouched || Object.keys(typed).length > 0,
    type: (name: CellName, value: string) => setTyped((now) => ({ ...now, [name]: value })),
    /** Saves as the fields stand; the press decides whether the set is done. */
    tick(data: FormData) {
      setWanted(data.get('isCompleted') === 'on')
      save(data)
    },
    /** Saves what a field or the kind was changed to, done or not as before. */
    saveChange(name: CellName | 'kind', value: string) {
      const before = name === 'kind' ? set.kind : savedText(name)
      if ((value === before && !error) || !form.current) return
      const data = new FormData(form.current)
      data.delete('isCompleted')
      if (isDone) data.set('isCompleted', 'on')
      save(data)
    },
  }
}

const unavailable = (message: string): PublicError => ({
  ...{ code: 'unavailable', key: 'unavailable', message },
})

const isCell = (name: string, tracking: Tracking): name is CellName =>
  name === 'rpe' || setFields(tracking).some((field) => field === name)

/** What was typed into a post that was refused, without a script in between. */
const typedBefore = (values: Record<string, string> | undefined, tracking: Tracking): Typed =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => isCell(name, tracking)))

const withoutSaved = (typed: Typed, data: FormData): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name, value]) => data.get(name) !== value))
