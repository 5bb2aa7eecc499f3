import type { WeightUnit } from './units'

/** The United States, Liberia and Myanmar weigh in pounds. */
const POUNDS = /^(?:my\b|[a-z]+(?:-[a-z]{4})?-(?:us|lr|mm)\b)/i
/** Where English writes days and hours in another way than in the United States, and figures in the same. */
const ENGLISH = /^en-(?:AU|CA|GB|IE|NZ)\b/i

/** The unit people weigh in where the first language of an `Accept-Language` header is spoken. */
export const unitOfRegion = (acceptLanguage: string | null): WeightUnit =>
  POUNDS.test(acceptLanguage?.trim() ?? '') ? 'lb' : 'kg'

/**
 * The English whose days and hours the first language of an `Accept-Language` header expects: of
 * another language day first and 24 hours, as most of the world has them; of none `en`, as in the
 * United States.
 */
export function englishOfRegion(acceptLanguage: string | null): string {
  const header = acceptLanguage?.trim() || 'en'
  const [known] = ENGLISH.exec(header) ?? []
  if (known) return known
  return /^(?:en\b|\*)/i.test(header) ? 'en' : 'en-GB'
}
