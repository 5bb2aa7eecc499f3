/** What the trail tells of training; each has its sentence in `audit.actions`, as all below. */
export const TRAINING_ACTIONS = [
  'session_started',
  'session_completed',
  'session_corrected',
  'session_deleted',
  'session_discarded',
  'session_restored',
] as const

/** Of the account and of gyms. */
export const ACCOUNT_ACTIONS = [
  'data_read',
  'data_exported',
  'signed_in',
  'recovery_code_used',
  'sign_in_failed',
  'second_step_locked',
  'signed_out',
  'session_ended',
  'other_sessions_ended',
  'password_changed',
  'password_reset',
  'email_change_requested',
  'email_changed',
  'role_changed',
  'two_factor_enabled',
  'two_factor_disabled',
  'recovery_codes_made',
  'provider_linked',
  'provider_unlinked',
  'passkey_added',
  'passkey_removed',
  'account_deletion_requested',
  'account_deleted',
  'api_key_created',
  'api_key_revoked',
  // Gyms.
  'gym_created',
  'gym_changed',
  'gym_deleted',
  'gym_handed_over',
  'member_invited',
  'invitation_canceled',
  'invitation_accepted',
  'invitation_declined',
  'member_role_changed',
  'member_removed',
  'member_left',
  'gym_routine_created',
  'gym_routine_changed',
  'gym_routine_deleted',
] as const
export type AuditAction = (typeof TRAINING_ACTIONS | typeof ACCOUNT_ACTIONS)[number]

export type AuditSubject =
  | 'user'
  | 'auth_session'
  | 'api_key'
  | 'workout_session'
  | 'organization'
  | 'invitation'
  | 'routine'
