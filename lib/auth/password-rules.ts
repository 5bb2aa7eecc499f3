import type { FieldMessageKey } from '@/lib/i18n/messages'
import { commonPasswords } from './common-passwords'

/** What people build on when a password must get longer: `Password123!`, `gym-tracker-2026`. */
const BASE_WORDS =
  /^(pass(word|phrase|code)?|qwerty(uiop)?|asdfgh(jkl)?|zxcvbnm?|letmein|welcome|admin(istrator)?|iloveyou|login|secret|changeme|football|baseball|monkey|dragon|sunshine|princess|superman|batman|master|shadow|trustno|hello(world)?|whatever|test(ing)?|user|guest|default|temp(orary)?|fitness|workout|training|gym|coach|athlete|barbell|deadlift)+$/
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
const NO_LETTERS = /[^\p{L}\p{N}]/gu
const APP_NAMES = ['gymtracker', 'trainingplanner']
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * Why a password of the right length is still a bad one, as the sentence for its field; null if
 * it is fine. Looks at a local list, at patterns, and at what is known of the account.
 */
export function findPasswordFlaw(password: string, email: string): FieldMessageKey | null {
  const plain = password.normalize('NFKC').toLowerCase()
  const letters = plain.replace(NO_LETTERS, '')
  if (isCommon(plain, letters) || isPattern(plain)) return 'passwordCommon'
  const localPart = (email.split('@')[0] ?? '').toLowerCase().replace(NO_LETTERS, '')
  const known = [...APP_NAMES, localPart].filter((word) => word.length >= 4)
  return known.some((word) => letters.includes(word)) ? 'passwordGuessable' : null
}

function isCommon(plain: string, letters: string): boolean {
  if (commonPasswords.has(plain) || commonPasswords.has(letters)) return true
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const spelled = (text: string) =>
    text.replace(/[0134579@$!]/g, (sign) => LOOKALIKES[sign] ?? sign).replace(/[^\p{L}]/gu, '')
  return BASE_WORDS.test(spelled(core))
}

/** One short piece over and over (`abcabcabcabc`), or a run along the alphabet or the keyboard. */
function isPattern(plain: string): boolean {
  if (/^(.{1,5})\1+.{0,4}$/su.test(plain) || new Set(plain).size < 4) return true
  const backwards = [...plain].reverse().join('')
  return RUNS.some((run) => run.includes(plain) || run.includes(backwards))
}
