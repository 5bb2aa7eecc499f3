'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { newId } from '@/lib/core/id'
import { applyOperation, type Outcome } from '@/lib/domain/training/apply-operation'
import type { Change, Operation } from '@/lib/domain/training/operations'
import type { ExerciseFacts, Training, TrainingDocument } from '@/lib/domain/training/training'
import { applyEntries } from '@/lib/offline/apply-entries'
import { leavePhone, openStore } from '@/lib/offline/open-store'
import type { Flushed } from '@/lib/offline/outbox'
import type { Entry } from '@/lib/offline/phone-store'
import { useLiveRevision } from './use-live-revision'

export type Link = Flushed | 'sending'

/** How a set stands, as its pill says it. */
export type SetState = { is: 'saved' | 'saving' | 'onPhone' } | { is: 'problem'; entry: Entry }

/** In the place of a number in the order, before there is one. */
const DRAFT = Number.MAX_SAFE_INTEGER
/** How often a drawing is waited for, 16 ms each. */
const MOST_DRAWINGS = 100
const RETRY_MS = [2000, 5000, 10_000, 20_000]
const CHANNEL = 'gym-tracker-workouts'

/**
 * A workout on this device: what the server told last with everything done since laid over it, kept
 * on the phone before it is sent. Works the same with and without a network.
 */
export function useTraining(initial: TrainingDocument) {
  const [document, setDocument] = useState(initial)
  const [stored, setStored] = useState<readonly Entry[]>([])
  /** On their way onto the phone. */
  const [drafts, setDrafts] = useState<readonly Entry[]>([])
  const [link, setLink] = useState<Link>('sent')
  const [isKept, setKept] = useState(true)
  const [isGone, setGone] = useState(false)
  const userId = initial.person.id
  const sessionId = initial.training.id

  const entries = useMemo(() => {
    const known = new Set(stored.map((entry) => entry.operation.id))
    return [...stored, ...drafts.filter((entry) => !known.has(entry.operation.id))]
  }, [stored, drafts])
  const { training, problems } = useMemo(
    () =>
      applyEntries(
        document,
        entries.filter((entry) => entry.problem === null),
      ),
    [document, entries],
  )
  // Read by what happens later, between two drawings.
  const now = useRef({ training, revision: document.revision })
  useEffect(() => {
    now.current = { training, revision: document.revision }
  }, [training, document])

  /** How many were put onto the phone here, so that a reading that began before is not believed. */
  const added = useRef(0)
  const reading = useRef<Promise<unknown>>(Promise.resolve())

  /** The phone's own state, as this or another window has written it; one reading after another. */
  const reload = useCallback(() => {
    const read = async (): Promise<void> => {
      const { store } = await openStore()
      const before = added.current
      // What is done leaves the queue after the workout has it: read in this order nothing is missed.
      const all = await store.list(userId)
      const kept = await store.findWorkout(userId, sessionId)
      if (before !== added.current) return read()
      if (kept) setDocument((known) => (kept.revision >= known.revision ? kept : known))
      setStored(all.filter((entry) => entry.operation.sessionId === sessionId))
    }
    const done = reading.current.then(read)
    reading.current = done.catch(() => undefined)
    return done
  }, [userId, sessionId])

  const refresh = useCallback(async () => {
    const response = await fetch(`/api/sessions/${sessionId}/training`).catch(() => null)
    if (response?.status === 404) setGone(true)
    if (!response?.ok) return
    const { data }: { data: TrainingDocument } = await response.json()
    const { store } = await openStore()
    const known = await store.findWorkout(userId, sessionId)
    // What was sent in the meantime may have moved the phone beyond this answer.
    if (!known || known.revision <= data.revision) await store.keepWorkout(userId, data)
    await reload()
  }, [userId, sessionId, reload])

  const flush = useCallback(async () => {
    const { store } = await openStore()
    const waits = (await store.list(userId)).some((entry) => entry.problem === null)
    // While it is tried again nothing is known better than before: what stands there stays.
    setLink((known) => (waits ? (known === 'sent' ? 'sending' : known) : 'sent'))
    if (!waits) return 'sent'
    const tell = () => {
      channel.current?.postMessage(sessionId)
      reload()
    }
    // Without what sends, which comes with the first press, it is as without a network.
    const flushed = await import('@/lib/offline/outbox').then(
      ({ flushOutbox }) => flushOutbox(store, userId, tell),
      () => 'offline' as const,
    )
    await reload()
    setLink(flushed)
    return flushed
  }, [userId, sessionId, reload])

  const channel = useRef<BroadcastChannel | null>(null)
  const adding = useRef<Promise<unknown>>(Promise.resolve())

  /** Does a change here and now; it is sent as soon as can be. A refused one changes nothing. */
  const dispatch = useCallback(
    (change: Change, facts?: ExerciseFacts): Outcome => {
      const operation: Operation = {
        ...change,
        ...{ id: newId(), sessionId, at: new Date().toISOString() },
      }
      const outcome = applyOperation(withFacts(now.current.training, change, facts), operation)
      if (outcome.kind !== 'applied') return outcome
      if (outcome.training === now.current.training) return outcome
      now.current = { ...now.current, training: outcome.training }
      const draft: Entry = {
        ...{ seq: DRAFT, userId, operation, problem: null },
        ...(facts && { facts }),
      }
      setDrafts((known) => [...known, draft])
      const add = async () => {
        const { store } = await openStore()
        const { seq: _, ...entry } = draft
        const kept = await store.add(entry)
        added.current += 1
        setStored((known) => (known.some(({ seq }) => seq === kept.seq) ? known : [...known, kept]))
        setDrafts((known) => known.filter((each) => each !== draft))
        channel.current?.postMessage(sessionId)
        flush()
      }
      const addSomewhere = () =>
        add().catch(async () => {
          setKept(false)
          await leavePhone(userId)
          await add()
        })
      adding.current = adding.current.then(addSomewhere).catch(() => undefined)
      return outcome
    },
    [userId, sessionId, flush],
  )

  /**
   * Decides about an operation that stands refused or in conflict: it goes, or it is done once more on
   * what stands now.
   */
  const settle = useCallback(
    async (entry: Entry, isKept: boolean) => {
      const { store } = await openStore()
      await store.remove([entry.seq])
      await refresh()
      const { operation } = entry
      if (!isKept || operation.type !== 'logSet') return reload()
      const { setId, values } = operation
      const exercise = () => now.current.training.exercises.find(({ sets }) => hasSet(sets, setId))
      const find = () => exercise()?.sets.find((set) => set.id === setId)
      // The refreshed workout is drawn before the next change is made on it.
      const { revision = 0 } = (await store.findWorkout(userId, sessionId)) ?? {}
      for (let tries = 0; now.current.revision < revision && tries < MOST_DRAWINGS; tries++)
        await new Promise((drawn) => setTimeout(drawn, 16))
      const { id: exerciseLogId = '', deletedAt = null } = exercise() ?? {}
      if (deletedAt) dispatch({ type: 'restoreExercise', exerciseLogId })
      if (find()?.deletedAt) dispatch({ type: 'restoreSet', setId })
      const baseRevision = find()?.revision ?? 1
      dispatch({ type: 'logSet', setId, baseRevision, values })
    },
    [userId, sessionId, refresh, reload, dispatch],
  )

  useEffect(() => {
    let isOpen = true
    if (typeof BroadcastChannel !== 'undefined') {
      channel.current = new BroadcastChannel(CHANNEL)
      channel.current.onmessage = () => void reload()
    }
    openStore().then(async ({ store, isKept: kept }) => {
      setKept(kept)
      await store.forgetOthers(userId)
      const known = await store.findWorkout(userId, sessionId)
      if (!known || known.revision <= initial.revision) await store.keepWorkout(userId, initial)
      await reload()
      if (isOpen) await flush()
    })
    return () => {
      isOpen = false
      channel.current?.close()
    }
  }, [userId, sessionId, initial, reload, flush])

  const waits = entries.some((entry) => entry.problem === null)
  useRetries({ waits, flush })
  const lacksPast = training.exercises.some(({ exerciseId }) => !document.past[exerciseId])
  useLiveRevision({ sessionId, revision: document.revision, waits, lacksPast, refresh, setGone })
  useAskToStay(drafts.length > 0)

  return {
    ...{ document: { ...document, training }, entries, problems, link, isKept, isGone },
    ...{ dispatch, settle, refresh, flush },
    /** Whether the workout ended, and the server knows. */
    isSent: !waits && document.training.status === 'completed',
    stateOf: (setId: string): SetState =>
      stateOf(setId, { entries, problems, link, exercises: training.exercises }),
  }
}

function withFacts(training: Training, change: Change, facts?: ExerciseFacts): Training {
  if (!facts || change.type !== 'addExercise') return training
  return { ...training, facts: { [change.exerciseId]: facts, ...training.facts } }
}

function stateOf(
  setId: string,
  {
    entries,
    problems,
    link,
    exercises,
  }: Pick<ReturnType<typeof useTraining>, 'entries' | 'problems' | 'link'> &
    Pick<Training, 'exercises'>,
): SetState {
  const own = entries.filter(({ operation }) => 'setId' in operation && operation.setId === setId)
  const bad = own.findLast((entry) => entry.problem !== null || problems.has(entry.seq))
  if (bad)
    return {
      is: 'problem',
      entry: { ...bad, problem: bad.problem ?? problems.get(bad.seq) ?? null },
    }
  // A set goes and comes with its exercise.
  const isWhole = ({ operation }: Entry) =>
    (operation.type === 'removeExercise' || operation.type === 'restoreExercise') &&
    exercises.some(({ id, sets }) => id === operation.exerciseLogId && hasSet(sets, setId))
  if (own.length === 0 && !entries.some(isWhole)) return { is: 'saved' }
  // Until it is on the phone for good it is not said to be there.
  if (own.some((entry) => entry.seq === DRAFT)) return { is: 'saving' }
  return { is: link === 'sending' || link === 'sent' ? 'saving' : 'onPhone' }
}

const hasSet = (sets: readonly { id: string }[], setId: string): boolean =>
  sets.some((set) => set.id === setId)

/** Tries again when the network may be back, and now and then, since browsers do not know it well. */
function useRetries({ waits, flush }: { waits: boolean; flush: () => Promise<Flushed> }) {
  useEffect(() => {
    const onBack = () => void (globalThis.document.visibilityState === 'visible' && flush())
    window.addEventListener('online', onBack)
    globalThis.document.addEventListener('visibilitychange', onBack)
    return () => {
      window.removeEventListener('online', onBack)
      globalThis.document.removeEventListener('visibilitychange', onBack)
    }
  }, [flush])
  useEffect(() => {
    if (!waits) return
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const later = () => {
      clearTimeout(timer)
      const wait = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]
      const own = setTimeout(async () => {
        await flush()
        if (!isOver && timer === own) later()
      }, wait)
      timer = own
    }
    const anew = () => {
      tries = 0
      later()
    }
    later()
    window.addEventListener('online', anew)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', anew)
    }
  }, [waits, flush])
}

/** Only what is not on the phone yet would be lost. */
function useAskToStay(isUnsafe: boolean) {
  useEffect(() => {
    if (!isUnsafe) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsafe])
}
