import type { Messages } from '@/lib/i18n/messages'

/** What the training screen says: sentences come as data, since a catalogue's reader costs 12 kB. */
export interface TrainWords {
  train: Messages['train']
  /** What can be wrong with a field. */
  fields: Partial<Record<string, string>>
  /** Why loads are what they are, by the key of a reason. */
  why: Partial<Record<string, string>>
  /** Of whom a reason tells: of the person the last time. */
  whoLast: string
  plates: Messages['workout']['plates']
  feelings: Messages['workout']['feelings']
  /** The kinds of records. */
  records: Messages['workout']['records']
  /** How long a workout took. */
  length: Pick<Messages['workout'], 'hoursMinutes' | 'hoursOnly' | 'minutesOnly'>
  /** What the filters of the picker name, and what a set can count. */
  kinds: Pick<Messages['exercises'], 'muscles' | 'equipment' | 'trackingKinds'>
  locale: string
}

type Values = Readonly<Record<string, string | number>>

/** A sentence with its `{names}` filled in. */
export const say = (sentence: string, values: Values = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name))

/** A number of repetitions. */
export const sayReps = (words: { rep: string; reps: string }, count: string): string =>
  say(count === '1' ? words.rep : words.reps, { count })
