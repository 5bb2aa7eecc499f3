export const SESSION_STATUSES = ['planned', 'in_progress', 'completed', 'dnf', 'skipped'] as const
export const SESSION_FEELINGS = ['excellent', 'good', 'ok', 'tired', 'exhausted'] as const
