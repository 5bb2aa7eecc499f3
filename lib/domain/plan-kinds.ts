export const BLOCK_KINDS = [
  'single',
  'superset',
  'circuit',
  'warmup',
  'cooldown',
  'interval',
  'emom',
  'amrap',
  'for_time',
] as const
export const SET_KINDS = ['normal', 'warmup', 'drop', 'failure'] as const
export const ROUTINE_LEVELS = ['beginner', 'intermediate', 'advanced'] as const
export const ROUTINE_GOALS = [
  'strength',
  'muscle',
  'conditioning',
  'running',
  'mobility',
  'general',
] as const
