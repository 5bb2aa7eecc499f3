export const SESSION_FEELINGS = ['excellent', 'good', 'ok', 'tired', 'exhausted'] as const
export type SessionFeeling = (typeof SESSION_FEELINGS)[number]

/** What a feeling counts in an average: 5 is the best. */
export const FEELING_SCORES: Record<SessionFeeling, number> = {
  excellent: 5,
  good: 4,
  ok: 3,
  tired: 2,
  exhausted: 1,
}
