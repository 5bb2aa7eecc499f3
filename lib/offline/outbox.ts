import { readPersonCookie } from '@/lib/auth/person-cookie'
import type { TrainingDocument } from '@/lib/domain/training/training'
import type { OperationResult } from '@/lib/schemas/training-operations'
import { applyEntries } from './apply-entries'
import { MemoryStore } from './memory-store'
import { openStore, replaceStore, type Store } from './open-store'
import type { Entry, Problem } from './phone-store'

const BATCH = 50
const LOCK = 'gym-tracker-outbox'
const PATIENCE_MS = 15_000
/** What sending the same again cannot mend. */
const NOT_UNDERSTOOD = [400, 409, 413]

/** What became of a flush: all gone, or why the rest stays. */
export type Flushed = 'sent' | 'offline' | 'signedOut' | 'busy'

type Sent =
  | { kind: 'answered'; results: OperationResult[]; revisions: Map<string, number> }
  /** Nothing is known of what was sent; it goes again with the same ids. */
  | { kind: 'failed'; why: Exclude<Flushed, 'sent'> }
  /** The batch was not understood: one of its operations is to blame. */
  | { kind: 'rejected'; key: string }

/**
 * Sends what waits of a person in its order, until nothing is left or the server does not answer. One
 * at a time over all windows of the browser; safe to call at any moment and however often.
 *
 * @param onChange after every answer, when the phone's state has changed
 */
export function flushOutbox(store: Store, userId: string, onChange: () => void): Promise<Flushed> {
  return exclusively(async () => {
    let size = BATCH
    for (;;) {
      const waiting = (await store.list(userId)).filter((entry) => entry.problem === null)
      const batch = waiting.slice(0, size)
      if (batch.length === 0) return 'sent'
      if (isOthersPhone(userId)) return 'signedOut'
      const sent = await send(batch)
      if (sent.kind === 'failed') return sent.why
      if (sent.kind === 'rejected') {
        const [only] = batch
        if (batch.length === 1 && only)
          await store.change({ ...only, problem: { kind: 'refused', key: sent.key } })
        size = 1
      } else await settle(store, batch, sent)
      onChange()
    }
  })
}

/** What a page knows of what its phone has; no workout before it has read one. */
export interface Seen {
  document: TrainingDocument | null
  stored: readonly Entry[]
}

/**
 * Goes on in this window alone, with what the phone has of a person, or with what the page has seen
 * of it where it cannot be read: for a phone that takes or gives nothing more. What stands on it stays
 * there, and is done only once, though it is sent from both.
 */
export async function leavePhone(userId: string, { document, stored }: Seen): Promise<void> {
  const left = openStore()
  const { store: phone, isKept } = await left
  if (!isKept) return
  replaceStore(left, async () => {
    // Whoever opened the phone a moment ago is writing by then, and what is read waits for that.
    await new Promise((later) => setTimeout(later))
    try {
      // What is done leaves the queue after the workout has it: read in this order nothing is missed.
      const entries = await phone.list(userId)
      return new MemoryStore(await phone.listWorkouts(userId), entries)
    } catch {
      return new MemoryStore(document ? [document] : [], stored)
    }
  })
}

/** Somebody else has signed in since, in another window: these are not theirs to send. */
function isOthersPhone(userId: string): boolean {
  const person = readPersonCookie(document.cookie)
  return person !== null && person !== userId
}

/** Over all windows where the browser can, else in this one. */
function exclusively<T>(task: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(LOCK, task) as Promise<T>
  const run = queue.then(task, task)
  queue = run.catch(() => undefined)
  return run
}
let queue: Promise<unknown> = Promise.resolve()

async function send(batch: readonly Entry[]): Promise<Sent> {
  try {
    const response = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operations: batch.map((entry) => entry.operation) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 401) return { kind: 'failed', why: 'signedOut' }
    const body: Answer = await response.json()
    if (body.data) {
      const { results, sessions } = body.data
      const revisions = new Map(sessions.map(({ id, revision }) => [id, revision]))
      return { kind: 'answered', results, revisions }
    }
    return NOT_UNDERSTOOD.includes(response.status)
      ? { kind: 'rejected', key: body.error?.code ?? 'validation' }
      : { kind: 'failed', why: 'busy' }
  } catch {
    return { kind: 'failed', why: 'offline' }
  }
}

interface Answer {
  data?: { results: OperationResult[]; sessions: { id: string; revision: number }[] }
  error?: { code: string }
}

/** Writes down what became of a batch: what is done goes, the rest stays with its reason. */
async function settle(
  store: Store,
  batch: readonly Entry[],
  { results, revisions }: Extract<Sent, { kind: 'answered' }>,
): Promise<void> {
  const byId = new Map(results.map((result) => [result.id, result]))
  const done = batch.filter((entry) => byId.get(entry.operation.id)?.status === 'applied')
  const [{ userId } = { userId: '' }] = batch
  for (const [sessionId, revision] of revisions) {
    const document = await store.findWorkout(userId, sessionId)
    const own = done.filter((entry) => entry.operation.sessionId === sessionId)
    if (document) await store.keepWorkout(userId, advance(document, own, revision))
  }
  const kept = await keepProblems(store, userId, byId)
  await store.remove(done.map((entry) => entry.seq).filter((seq) => !kept.has(seq)))
}

/**
 * What the server has done, done to what it told last. Where somebody else changed the workout in
 * between, the revision stays behind, and whoever looks at it reads it anew.
 */
function advance(
  document: TrainingDocument,
  done: readonly Entry[],
  revision: number,
): TrainingDocument {
  // Read anew since: it has them already.
  if (document.revision >= revision) return document
  const training = applyEntries(document, done)
  return {
    ...document,
    training,
    revision: revision === document.revision + 1 ? revision : document.revision,
  }
}

/**
 * Refused ones stay with their reason. Of a set the last change stands for all of them, since it says
 * every value and was made on those before.
 */
async function keepProblems(
  store: Store,
  userId: string,
  results: ReadonlyMap<string, OperationResult>,
): Promise<Set<number>> {
  const entries = await store.list(userId)
  const kept = new Set<number>()
  const lastOfSet = new Map<string, Entry>()
  for (const entry of entries)
    if (entry.operation.type === 'logSet') lastOfSet.set(entry.operation.setId, entry)
  for (const entry of entries) {
    const problem = problemOf(results.get(entry.operation.id))
    if (!problem) continue
    const { operation } = entry
    const last = (operation.type === 'logSet' && lastOfSet.get(operation.setId)) || entry
    if (last !== entry) await store.remove([entry.seq])
    // What was refused of an older one says nothing of the last: that has its own answer.
    if (problem.kind === 'refused' && last !== entry) continue
    await store.change({ ...last, problem })
    kept.add(last.seq)
  }
  return kept
}

function problemOf(result: OperationResult | undefined): Problem | null {
  if (!result || result.status === 'applied') return null
  if (result.status === 'conflict' && result.theirs)
    return { kind: 'conflict', theirs: result.theirs }
  const { key = 'validation', fields } = result
  return { kind: 'refused', key, ...(fields && { fields }) }
}
