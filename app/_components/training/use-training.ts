'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { newId } from '@/lib/core/id'
import { applyOperation, type Outcome } from '@/lib/domain/training/apply-operation'
import type { Change, Operation } from '@/lib/domain/training/operations'
import type { ExerciseFacts, Training, TrainingDocument } from '@/lib/domain/training/training'
import { applyEntries } from '@/lib/offline/apply-entries'
import { sendGoneAgain } from '@/lib/offline/gone'
import { openStore } from '@/lib/offline/open-store'
import { orInWindow } from '@/lib/offline/or-in-window'
import type { Flushed } from '@/lib/offline/outbox'
import type { Entry } from '@/lib/offline/phone-store'
import { readAnew } from '@/lib/offline/read-anew'
import { useAskToStay } from './use-ask-to-stay'
import { useLiveRevision } from './use-live-revision'
import { useRetries } from './use-retries'

export type Link = Flushed | 'sending'

/** In the place of a number in the order, before there is one. */
export const DRAFT = Number.MAX_SAFE_INTEGER
const CHANNEL = 'gym-tracker-workouts'
const loadOutbox = () => import('@/lib/offline/outbox')

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
  const training = useMemo(
    () =>
      applyEntries(
        document,
        entries.filter((entry) => entry.problem === null),
      ),
    [document, entries],
  )
  // Read by what happens later, between two drawings.
  const now = useRef({ training, document, stored })
  useEffect(() => {
    now.current = { training, document, stored }
  }, [training, document, stored])

  /** Where the phone takes or gives nothing more, it goes on in this window, and says so. */
  const onPhone = useCallback(
    <T>(task: () => Promise<T>) =>
      orInWindow(task, userId, () => {
        setKept(false)
        return now.current
      }),
    [userId],
  )

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
      if (kept)
        setDocument((known) =>
          known === initial || kept.revision >= known.revision ? kept : known,
        )
      setStored(all.filter((entry) => entry.operation.sessionId === sessionId))
    }
    const done = reading.current.then(read)
    reading.current = done.catch(() => undefined)
    return done
  }, [userId, sessionId, initial])

  /** A workout that was started on this phone is unknown to the server until the start is sent. */
  const onGone = useCallback((isGoneThere: boolean) => {
    const isNew = now.current.stored.some(
      ({ operation, problem }) => operation.type === 'start' && problem === null,
    )
    setGone(isGoneThere && !isNew)
  }, [])

  const refresh = useCallback(
    (signal?: AbortSignal) =>
      onPhone(async () => {
        const status = await readAnew(userId, sessionId, signal)
        if (status === 404) onGone(true)
        await reload()
      }),
    [userId, sessionId, reload, onPhone, onGone],
  )

  /** Never fails, since it would not be tried again. */
  const flush = useCallback(async () => {
    const send = async () => {
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
      const flushed = await loadOutbox().then(
        ({ flushOutbox }) => flushOutbox(store, userId, tell),
        () => 'offline' as const,
      )
      await reload()
      return flushed
    }
    const flushed = await onPhone(send).catch(() => 'offline' as const)
    setLink(flushed)
    return flushed
  }, [userId, sessionId, reload, onPhone])

  const channel = useRef<BroadcastChannel | null>(null)
  const adding = useRef<Promise<unknown>>(Promise.resolve())

  /**
   * Does a change here and now; it is sent as soon as can be, in the place of an older one if it says
   * so. A refused one changes nothing.
   */
  const dispatch = useCallback(
    (change: Change, facts?: ExerciseFacts, instead?: number): Outcome => {
      const operation: Operation = {
        ...change,
        ...{ id: newId(), sessionId, at: new Date().toISOString() },
      }
      const outcome = applyOperation(withFacts(now.current.training, change, facts), operation)
      if (outcome.kind !== 'applied') return outcome
      if (outcome.training === now.current.training && !instead) return outcome
      now.current = { ...now.current, training: outcome.training }
      const draft: Entry = {
        ...{ seq: DRAFT, userId, operation, problem: null },
        ...(facts && { facts }),
      }
      setDrafts((known) => [...known, draft])
      const add = async () => {
        const { store } = await openStore()
        const { seq: _, ...entry } = draft
        const kept = await store.add(entry, instead)
        added.current += 1
        setStored((known) => [
          ...known.filter(({ seq }) => seq !== kept.seq && seq !== instead),
          kept,
        ])
        setDrafts((known) => known.filter((each) => each !== draft))
        channel.current?.postMessage(sessionId)
        flush()
      }
      adding.current = adding.current.then(() => onPhone(add)).catch(() => undefined)
      return outcome
    },
    [userId, sessionId, flush, onPhone],
  )

  const whenKept = useCallback(() => adding.current, [])

  /** Decides about an operation that stands refused or in conflict: it goes, or it is done once more. */
  const settle = useCallback(
    async (entry: Entry, isKept: boolean) => {
      const { settleEntry } = await import('./settle-entry')
      const read = () => now.current
      await onPhone(() => settleEntry(entry, isKept, { read, dispatch, refresh }))
    },
    [refresh, dispatch, onPhone],
  )

  useEffect(() => {
    let isOpen = true
    if (typeof BroadcastChannel !== 'undefined') {
      channel.current = new BroadcastChannel(CHANNEL)
      channel.current.onmessage = () => void reload()
    }
    const begin = async () => {
      const { store, isKept: kept } = await openStore()
      setKept(kept)
      await store.forgetOthers(userId)
      // It may have been restored, here before or just now.
      if (!isGone) await sendGoneAgain(store, userId, sessionId)
      const known = await store.findWorkout(userId, sessionId)
      // What waits was done to what is known here. The page may have it already, of an answer that
      // was lost, and to do it to the page would be doing it twice.
      const waits = (await store.list(userId)).some(
        ({ operation, problem }) => problem === null && operation.sessionId === sessionId,
      )
      if (!known || (known.revision <= initial.revision && !waits))
        await store.keepWorkout(userId, initial)
      await reload()
      if (isOpen) await flush()
    }
    void onPhone(begin)
    return () => {
      isOpen = false
      channel.current?.close()
    }
  }, [userId, sessionId, initial, isGone, reload, flush, onPhone])

  const waits = entries.some((entry) => entry.problem === null)
  useRetries({ waits, flush })
  const lacksPast = training.exercises.some(({ exerciseId }) => !document.past[exerciseId])
  useLiveRevision({
    sessionId,
    revision: document.revision,
    waits,
    lacksPast,
    refresh,
    setGone: onGone,
  })
  useAskToStay((isKept ? drafts : entries).length > 0)

  return {
    ...{ document: { ...document, training }, entries, link, isKept, isGone },
    ...{ dispatch, settle, refresh, flush, whenKept },
    /** Whether the workout ended, and the server knows. */
    isSent: !waits && document.training.status === 'completed',
  }
}

function withFacts(training: Training, change: Change, facts?: ExerciseFacts): Training {
  if (!facts || change.type !== 'addExercise') return training
  return { ...training, facts: { [change.exerciseId]: facts, ...training.facts } }
}
