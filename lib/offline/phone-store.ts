import type { Operation } from '@/lib/domain/training/operations'
import type { PreparedStart } from '@/lib/domain/training/prepared-start'
import type { ExerciseFacts, TrainingDocument, TrainingSet } from '@/lib/domain/training/training'
import type { TypedTexts } from '@/lib/domain/typed-set'
import type { Catalogue } from '@/lib/schemas/training'
import type { OperationResult } from '@/lib/schemas/training-operations'
import { PHONE_DATABASE } from './ask-phone'
import { type KeptExercise, readKept } from './kept-catalogue'

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

interface KeptCatalogue {
  userId: string
  exercises: KeptExercise[]
}

/** What the fields of a set hold that was not logged yet, and the revision it was typed over. */
export interface TypedSet {
  texts: TypedTexts
  revision: number
}

interface KeptTyped extends TypedSet {
  userId: string
  sessionId: string
  setId: string
}

interface KeptStarts {
  userId: string
  /** Milliseconds since 1970. */
  keptAt: number
  starts: readonly PreparedStart[]
}

const VERSION = 3
/** Workouts that are kept for one person. */
const MOST_WORKOUTS = 3

/**
 * What a phone keeps: workouts as the server told them last, and what was done since. Everything is
 * keyed by its person, so that nobody else on the same phone reads it.
 */
export class PhoneStore {
  private constructor(private db: Promise<IDBDatabase>) {}

  /** @throws where the browser keeps nothing (a private window may not) */
  static async open(): Promise<PhoneStore> {
    const store = new PhoneStore(connect())
    await store.db
    return store
  }

  /** Phones end the connections of what is in the background: once more, on a new one. */
  private async again<T>(task: (db: IDBDatabase) => Promise<T>): Promise<T> {
    const used = this.db
    try {
      return await task(await used)
    } catch {
      if (this.db === used) this.db = connect()
      return task(await this.db)
    }
  }

  private read<T>(table: Table, ask: (rows: IDBObjectStore) => Promise<T>): Promise<T> {
    return this.again((db) => ask(db.transaction(table).objectStore(table)))
  }

  /** Is on the phone for good once it is answered; a `relaxed` one may be lost with the device's power. */
  private write<T>(
    table: Table,
    change: (rows: IDBObjectStore) => T,
    durability: IDBTransactionDurability = 'strict',
  ): Promise<T> {
    return this.again(async (db) => {
      const transaction = db.transaction(table, 'readwrite', { durability })
      const changed = change(transaction.objectStore(table))
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
      return changed
    })
  }

  async findWorkout(userId: string, sessionId: string): Promise<TrainingDocument | null> {
    const kept = await this.read('workouts', (rows) =>
      answer<KeptWorkout | undefined>(rows.get([userId, sessionId])),
    )
    return kept?.document ?? null
  }

  /** The ones of this person, by when they began, newest first. */
  async listWorkouts(userId: string): Promise<TrainingDocument[]> {
    const own = IDBKeyRange.bound([userId], [userId, []])
    const kept = await this.read('workouts', (rows) => answer<KeptWorkout[]>(rows.getAll(own)))
    return kept
      .map((workout) => workout.document)
      .sort((a, b) => (a.training.startedAt < b.training.startedAt ? 1 : -1))
  }

  /** Keeps a workout; of those with nothing to send only the newest few stay. */
  async keepWorkout(userId: string, document: TrainingDocument): Promise<void> {
    const kept: KeptWorkout = { userId, sessionId: document.training.id, document }
    await this.write('workouts', (rows) => rows.put(kept))
    const waiting = new Set((await this.list(userId)).map((entry) => entry.operation.sessionId))
    const old = (await this.listWorkouts(userId)).slice(MOST_WORKOUTS)
    for (const { training } of old)
      if (!waiting.has(training.id)) await this.forgetWorkout(userId, training.id)
  }

  async forgetWorkout(userId: string, sessionId: string): Promise<void> {
    await this.write('workouts', (rows) => rows.delete([userId, sessionId]))
    await this.write('typed', (rows) => rows.delete(ofWorkout(userId, sessionId)))
  }

  /** What stands in the fields of a workout's sets, by the id of the set. */
  async listTyped(userId: string, sessionId: string): Promise<Record<string, TypedSet>> {
    const kept = await this.read('typed', (rows) =>
      answer<KeptTyped[]>(rows.getAll(ofWorkout(userId, sessionId))),
    )
    return Object.fromEntries(
      kept.map(({ setId, texts, revision }) => [setId, { texts, revision }]),
    )
  }

  /** Keeps what the fields of a set hold; null forgets it. */
  async keepTyped(
    { userId, sessionId, setId }: Pick<KeptTyped, 'userId' | 'sessionId' | 'setId'>,
    typed: TypedSet | null,
  ): Promise<void> {
    const keep = (rows: IDBObjectStore) =>
      typed
        ? rows.put({ ...{ userId, sessionId, setId }, ...typed })
        : rows.delete([userId, sessionId, setId])
    await this.write('typed', keep, 'relaxed')
  }

  /** What waits of a person, in the order it was done. */
  async list(userId: string): Promise<Entry[]> {
    const [keys, values] = await this.read('outbox', (rows) => {
      const index = rows.index('user')
      return Promise.all([
        answer<IDBValidKey[]>(index.getAllKeys(userId)),
        answer<Omit<Entry, 'seq'>[]>(index.getAll(userId)),
      ])
    })
    return values.map((value, at) => ({ ...value, seq: Number(keys[at]) }))
  }

  /** In the place of an older one there is never neither of them. */
  async add(entry: Omit<Entry, 'seq'>, instead?: number): Promise<Entry> {
    const adding = await this.write('outbox', (rows) => {
      if (instead !== undefined) rows.delete(instead)
      return rows.add(entry)
    })
    return { ...entry, seq: Number(adding.result) }
  }

  async change({ seq, ...entry }: Entry): Promise<void> {
    await this.write('outbox', (rows) => rows.put(entry, seq))
  }

  async remove(seqs: readonly number[]): Promise<void> {
    await this.write('outbox', (rows) => {
      for (const seq of seqs) rows.delete(seq)
    })
  }

  async findCatalogue(userId: string): Promise<Catalogue | null> {
    const kept = await this.read('catalogues', (rows) =>
      answer<KeptCatalogue | undefined>(rows.get(userId)),
    )
    return kept ? readKept(kept.exercises) : null
  }

  async keepCatalogue(userId: string, exercises: Catalogue): Promise<void> {
    await this.write('catalogues', (rows) => rows.put({ userId, exercises }))
  }

  /** The workouts that a person can start on this phone by itself, and when they were read. */
  async findStarts(userId: string): Promise<Omit<KeptStarts, 'userId'> | null> {
    const kept = await this.read('starts', (rows) =>
      answer<KeptStarts | undefined>(rows.get(userId)),
    )
    return kept ?? null
  }

  async keepStarts(userId: string, starts: readonly PreparedStart[]): Promise<void> {
    await this.write('starts', (rows) => rows.put({ userId, keptAt: Date.now(), starts }))
  }

  /** Takes away what the phone kept of people who left, but never what was not sent yet. */
  async forgetOthers(userId: string | null): Promise<void> {
    const workouts = await this.read('workouts', (rows) => answer<KeptWorkout[]>(rows.getAll()))
    for (const { userId: owner, sessionId } of workouts) {
      if (owner === userId) continue
      const waits = (await this.list(owner)).some(
        (entry) => entry.operation.sessionId === sessionId,
      )
      const isTyped = Object.keys(await this.listTyped(owner, sessionId)).length > 0
      if (!waits && !isTyped) await this.forgetWorkout(owner, sessionId)
    }
    for (const table of ['catalogues', 'starts'] as const) {
      const owners = await this.read(table, (rows) => answer(rows.getAllKeys()))
      for (const owner of owners)
        if (owner !== userId) await this.write(table, (rows) => rows.delete(owner))
    }
  }
}

async function connect(): Promise<IDBDatabase> {
  const opening = indexedDB.open(PHONE_DATABASE, VERSION)
  opening.onupgradeneeded = ({ oldVersion }) => {
    const db = opening.result
    if (oldVersion < 1) {
      db.createObjectStore('workouts', { keyPath: ['userId', 'sessionId'] })
      db.createObjectStore('outbox', { autoIncrement: true }).createIndex('user', 'userId')
      db.createObjectStore('catalogues', { keyPath: 'userId' })
    }
    if (oldVersion < 2) db.createObjectStore('typed', { keyPath: ['userId', 'sessionId', 'setId'] })
    if (oldVersion < 3) db.createObjectStore('starts', { keyPath: 'userId' })
  }
  const db = await answer(opening)
  // Another window with a newer version must not wait for this one.
  db.onversionchange = () => db.close()
  return db
}

type Table = 'workouts' | 'outbox' | 'catalogues' | 'typed' | 'starts'

const ofWorkout = (userId: string, sessionId: string): IDBKeyRange =>
  IDBKeyRange.bound([userId, sessionId], [userId, sessionId, []])

/** The phone holds only what this class has put there, so what it answers is of that shape. */
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
