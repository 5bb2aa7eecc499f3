import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Operation } from '@/lib/domain/training/operations'
import type { ExerciseFacts, TrainingDocument, TrainingSet } from '@/lib/domain/training/training'
import type { Catalogue, OperationResult } from '@/lib/schemas/training'
import { PHONE_DATABASE } from './ask-phone'

/** Why an operation stays on the phone. */
export type Problem =
  | { kind: 'refused'; key: string; fields?: NonNullable<OperationResult['fields']> }
  | { kind: 'conflict'; theirs: TrainingSet }

/** An operation that the server has not done yet; `seq` is its place in the order. */
export interface Entry {
  seq: number
  userId: string
  operation: Operation
  /** Of an exercise that the workout did not have before. */
  facts?: ExerciseFacts
  problem: Problem | null
}

interface KeptWorkout {
  userId: string
  sessionId: string
  document: TrainingDocument
}

interface Phone extends DBSchema {
  workouts: { key: [userId: string, sessionId: string]; value: KeptWorkout }
  outbox: { key: number; value: Omit<Entry, 'seq'>; indexes: { user: string } }
  catalogues: { key: string; value: { userId: string; exercises: Catalogue } }
}

const VERSION = 1
/** Workouts that are kept for one person. */
const MOST_WORKOUTS = 3

/**
 * What a phone keeps: workouts as the server told them last, and what was done since. Everything is
 * keyed by its person, so that nobody else on the same phone reads it.
 */
export class PhoneStore {
  private constructor(private readonly db: IDBPDatabase<Phone>) {}

  /** @throws where the browser keeps nothing (a private window may not) */
  static async open(): Promise<PhoneStore> {
    const db = await openDB<Phone>(PHONE_DATABASE, VERSION, {
      upgrade(created) {
        created.createObjectStore('workouts', { keyPath: ['userId', 'sessionId'] })
        created.createObjectStore('outbox', { autoIncrement: true }).createIndex('user', 'userId')
        created.createObjectStore('catalogues', { keyPath: 'userId' })
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
    })
    return new PhoneStore(db)
  }

  async findWorkout(userId: string, sessionId: string): Promise<TrainingDocument | null> {
    return (await this.db.get('workouts', [userId, sessionId]))?.document ?? null
  }

  /** The ones of this person, by when they began, newest first. */
  async listWorkouts(userId: string): Promise<TrainingDocument[]> {
    const kept = await this.db.getAll('workouts', IDBKeyRange.bound([userId], [userId, []]))
    return kept
      .map((workout) => workout.document)
      .sort((a, b) => (a.training.startedAt < b.training.startedAt ? 1 : -1))
  }

  /** Keeps a workout; of those with nothing to send only the newest few stay. */
  async keepWorkout(userId: string, document: TrainingDocument): Promise<void> {
    await this.db.put('workouts', { userId, sessionId: document.training.id, document })
    const waiting = new Set((await this.list(userId)).map((entry) => entry.operation.sessionId))
    const old = (await this.listWorkouts(userId)).slice(MOST_WORKOUTS)
    for (const { training } of old)
      if (!waiting.has(training.id)) await this.forgetWorkout(userId, training.id)
  }

  forgetWorkout(userId: string, sessionId: string): Promise<void> {
    return this.db.delete('workouts', [userId, sessionId])
  }

  /** What waits of a person, in the order it was done. */
  async list(userId: string): Promise<Entry[]> {
    const transaction = this.db.transaction('outbox')
    const index = transaction.store.index('user')
    const [keys, values] = await Promise.all([index.getAllKeys(userId), index.getAll(userId)])
    return values.map((value, at) => ({ ...value, seq: keys[at] ?? 0 }))
  }

  /** Is on the phone for good once this is answered. */
  async add(entry: Omit<Entry, 'seq'>): Promise<Entry> {
    const transaction = this.db.transaction('outbox', 'readwrite', { durability: 'strict' })
    const seq = await transaction.store.add(entry)
    await transaction.done
    return { ...entry, seq }
  }

  async change({ seq, ...entry }: Entry): Promise<void> {
    await this.db.put('outbox', entry, seq)
  }

  async remove(seqs: readonly number[]): Promise<void> {
    const transaction = this.db.transaction('outbox', 'readwrite')
    await Promise.all(seqs.map((seq) => transaction.store.delete(seq)))
    await transaction.done
  }

  async findCatalogue(userId: string): Promise<Catalogue | null> {
    return (await this.db.get('catalogues', userId))?.exercises ?? null
  }

  async keepCatalogue(userId: string, exercises: Catalogue): Promise<void> {
    await this.db.put('catalogues', { userId, exercises })
  }

  /** Takes away what the phone kept of people who left, but never what was not sent yet. */
  async forgetOthers(userId: string | null): Promise<void> {
    for (const [owner, sessionId] of await this.db.getAllKeys('workouts')) {
      if (owner === userId) continue
      const waits = (await this.list(owner)).some(
        (entry) => entry.operation.sessionId === sessionId,
      )
      if (!waits) await this.forgetWorkout(owner, sessionId)
    }
    for (const owner of await this.db.getAllKeys('catalogues'))
      if (owner !== userId) await this.db.delete('catalogues', owner)
  }
}
