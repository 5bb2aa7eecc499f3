import type { TrainingDocument } from '@/lib/domain/training/training'
import type { Catalogue } from '@/lib/schemas/training'
import type { Entry, TypedSet } from './phone-store'

/** What a window remembers by itself where its browser keeps nothing: until it is closed. */
export class MemoryStore {
  private readonly workouts: Map<string, TrainingDocument>
  private catalogue: Catalogue | null = null
  private lastSeq: number
  private readonly typed = new Map<string, TypedSet>()

  constructor(
    workouts: readonly TrainingDocument[] = [],
    private entries: readonly Entry[] = [],
  ) {
    this.workouts = new Map(workouts.map((document) => [document.training.id, document]))
    this.lastSeq = Math.max(0, ...entries.map(({ seq }) => seq))
  }

  async findWorkout(_userId: string, sessionId: string): Promise<TrainingDocument | null> {
    return this.workouts.get(sessionId) ?? null
  }
  async listWorkouts(): Promise<TrainingDocument[]> {
    return [...this.workouts.values()]
  }
  async keepWorkout(_userId: string, document: TrainingDocument): Promise<void> {
    this.workouts.set(document.training.id, document)
  }
  async forgetWorkout(_userId: string, sessionId: string): Promise<void> {
    this.workouts.delete(sessionId)
  }
  async list(): Promise<Entry[]> {
    return [...this.entries]
  }
  async add(entry: Omit<Entry, 'seq'>, instead?: number): Promise<Entry> {
    const added = { ...entry, seq: ++this.lastSeq }
    this.entries = [...this.entries.filter(({ seq }) => seq !== instead), added]
    return added
  }
  async change(entry: Entry): Promise<void> {
    this.entries = this.entries.map((each) => (each.seq === entry.seq ? entry : each))
  }
  async remove(seqs: readonly number[]): Promise<void> {
    this.entries = this.entries.filter((each) => !seqs.includes(each.seq))
  }
  async findCatalogue(): Promise<Catalogue | null> {
    return this.catalogue
  }
  async keepCatalogue(_userId: string, exercises: Catalogue): Promise<void> {
    this.catalogue = exercises
  }
  async listTyped(): Promise<Record<string, TypedSet>> {
    return Object.fromEntries(this.typed)
  }
  async keepTyped({ setId }: { setId: string }, typed: TypedSet | null): Promise<void> {
    if (typed) this.typed.set(setId, typed)
    else this.typed.delete(setId)
  }
  /** A window that keeps nothing starts nothing without a network. */
  async findStarts(): Promise<null> {
    return null
  }
  async keepStarts(): Promise<void> {}
  async forgetOthers(): Promise<void> {}
}
