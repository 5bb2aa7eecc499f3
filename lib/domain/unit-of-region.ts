import type { WeightUnit } from './units'

/** The United States, Liberia and Myanmar weigh in pounds. */
const POUNDS = /^(?:my\b|[a-z]+(?:-[a-z]{4})?-(?:us|lr|mm)\b)/i

/** The unit people weigh in where the first language of an `Accept-Language` header is spoken. */
export const unitOfRegion = (acceptLanguage: string | null): WeightUnit =>
  POUNDS.test(acceptLanguage?.trim() ?? '') ? 'lb' : 'kg'
