const NOISE = new Set(['a', 'an', 'and', 'custom', 'of', 'on', 'the', 'to', 'with'])

/** One spelling for words that are written in several ways; every value stands for itself. */
const SPELLINGS = new Map([
  ['armed', 'arm'],
  ['bb', 'barbell'],
  ['bodyweight', 'body weight'],
  ['calve', 'calf'],
  ['chinup', 'chin up'],
  ['crossover', 'cross over'],
  ['db', 'dumbbell'],
  ['deadlift', 'dead lift'],
  ['dumbell', 'dumbbell'],
  ['ezbar', 'ez bar'],
  ['facepull', 'face pull'],
  ['flye', 'fly'],
  ['getup', 'get up'],
  ['handed', 'hand'],
  ['kb', 'kettlebell'],
  ['kickback', 'kick back'],
  ['legged', 'leg'],
  ['muscleup', 'muscle up'],
  ['ohp', 'overhead press'],
  ['one', 'single'],
  ['pulldown', 'pull down'],
  ['pullover', 'pull over'],
  ['pullup', 'pull up'],
  ['pushdown', 'push down'],
  ['pushup', 'push up'],
  ['rdl', 'romanian dead lift'],
  ['situp', 'sit up'],
  ['skullcrusher', 'skull crusher'],
  ['sldl', 'stiff leg dead lift'],
  ['stepup', 'step up'],
  ['tbar', 't bar'],
  ['trx', 'suspension'],
  ['warmup', 'warm up'],
])

function singular(word: string): string {
  if (word.length < 3 || /(?:ss|us|is)$/.test(word)) return word
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2)
  return word.replace(/s$/, '')
}

/**
 * The telling words of a name in their order and in one spelling: "Pullups (BB)" gives pull, up and
 * barbell. Case, accents, punctuation and English plurals do not count.
 */
export function exerciseWords(name: string): string[] {
  const words =
    name
      .replace(/['’º°]/g, (mark) => (mark === 'º' || mark === '°' ? ' ' : ''))
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const telling = words
    .map(singular)
    .flatMap((word) => SPELLINGS.get(word)?.split(' ') ?? word)
    .filter((word) => !NOISE.has(word))
  // "Smith Machine" and "Cable Machine" say no more than "Smith" and "Cable".
  return telling.includes('smith') || telling.includes('cable')
    ? telling.filter((word) => word !== 'machine')
    : telling
}

/**
 * What two spellings of one exercise have in common: "Bench Press (Barbell)" and "Barbell bench
 * presses" give the same key. Word order does not count either. A name without a telling word gives
 * the empty string, which stands for no exercise.
 */
export const exerciseNameKey = (name: string): string =>
  [...new Set(exerciseWords(name))].sort().join(' ')
