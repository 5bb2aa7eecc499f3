import { getTranslations } from 'next-intl/server'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { SIDES } from '@/lib/domain/set-numbers'

type Options = readonly (readonly [value: string, label: string])[]

export type CorrectWords = Record<(typeof NAMES)[number], string> & {
  /** The answer to a question about a figure, and what is said of one that was kept so. */
  meant: string
  shortMeant: string
  slipKept: string
  kinds: Options
  sides: Options
}

const NAMES = [
  ...([
    'correctName',
    'correctDate',
    'correctStart',
    'correctLength',
    'correctLengthHint',
  ] as const),
  ...([
    'correctFeeling',
    'notSaid',
    'sessionRpe',
    'sessionRpeHint',
    'workoutNotes',
    'removeThis',
    'tickThis',
  ] as const),
  ...(['addSet', 'saveAndAdd', 'setKind', 'side', 'setNote', 'setMore', 'exerciseMore'] as const),
  ...([
    'exercisePlace',
    'saveAndReplace',
    'removeExercise',
    'removeAdded',
    'removedOnSave',
  ] as const),
  ...(['exerciseNotes', 'set', 'save'] as const),
] as const

/** The sentences of the form, in one piece for the parts that run in the browser. */
export async function correctWords(): Promise<CorrectWords> {
  const t = await getTranslations('workout')
  const slip = await getTranslations('train.slip')
  const named = NAMES.map((name) => [name, t.raw(name)] as const)
  return {
    ...(Object.fromEntries(named) as Record<(typeof NAMES)[number], string>),
    ...{ meant: slip('yes'), shortMeant: t('shortMeant'), slipKept: t('slipKept') },
    kinds: SET_KINDS.map((kind) => [kind, t(`kinds.${kind}`)]),
    sides: [['', t('sides.both')], ...SIDES.map((side) => [side, t(`sides.${side}`)] as const)],
  }
}
