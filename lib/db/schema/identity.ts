import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { KEY_SCOPES } from '@/lib/core/actor'
import { SEXES } from '@/lib/domain/dots'
import type { Gear } from '@/lib/domain/gear'
import type { TrainingGoal } from '@/lib/domain/person'
import { ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { createdAt, decimal, idColumn, instant, updatedAt } from './columns'
import { organizations } from './organizations'

export const users = pgTable(
  'users',
  {
    id: idColumn(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('users_email_unique').on(t.email)],
)

export const authSessions = pgTable(
  'auth_sessions',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** The gym they look at now; a membership decides what they see of it. */
    activeOrganizationId: uuid('active_organization_id').references(
      (): AnyPgColumn => organizations.id,
      { onDelete: 'set null' },
    ),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('auth_sessions_token_unique').on(t.token),
    index('auth_sessions_user_index').on(t.userId),
    index('auth_sessions_organization_index').on(t.activeOrganizationId),
  ],
)

export const accounts = pgTable(
  'accounts',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('accounts_user_index').on(t.userId),
    uniqueIndex('accounts_provider_account_unique').on(t.providerId, t.accountId),
  ],
)

export const verifications = pgTable(
  'verifications',
  {
    id: idColumn(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('verifications_identifier_index').on(t.identifier)],
)

/** The second step of signing in: a shared secret and its recovery codes, both encrypted. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    /** Whether a first code was given; before that it asks for nothing. */
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (t) => [uniqueIndex('two_factors_user_unique').on(t.userId)],
)

/** What a device signs in with in place of a password; of its pair of keys only the public one is here. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    publicKey: text('public_key').notNull(),
    credentialID: text('credential_id').notNull(),
    /** How often the device says it was used; most always say 0. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    /** The make of the device, where it says so. */
    aaguid: text('aaguid'),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    uniqueIndex('passkeys_credential_unique').on(t.credentialID),
    index('passkeys_user_index').on(t.userId),
    check('passkeys_name_length', sql`char_length(${t.name}) between 1 and 100`),
  ],
)

/** Browsers somebody has signed in with, so that a new one can be told to them. */
export const knownDevices = pgTable(
  'known_devices',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** sha256 of the device's own random cookie, hex. */
    deviceHash: text('device_hash').notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.deviceHash] })],
)

/** One row a counted thing (`auth.signIn:address:…`); the key holds a hash, never an address. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    windowStartedAt: instant('window_started_at').notNull(),
  },
  (t) => [index('rate_limits_age_index').on(t.windowStartedAt)],
)

/** What we know of a person beside their account; a trigger makes the row with the user. */
export const profiles = pgTable(
  'profiles',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['athlete', 'coach'] })
      .notNull()
      .default('athlete'),
    weightUnit: text('weight_unit', { enum: ['kg', 'lb'] })
      .notNull()
      .default('kg'),
    distanceUnit: text('distance_unit', { enum: ['km', 'mi'] })
      .notNull()
      .default('km'),
    /** The newest body weight measured. */
    bodyWeightKg: decimal('body_weight_kg', { precision: 6, scale: 2 }),
    heightCm: decimal('height_cm', { precision: 5, scale: 2 }),
    /** For scores that have a table for each; nothing else asks for it. */
    sex: text('sex', { enum: SEXES }),
    /** A year and no birthday: an age is all that is asked for. */
    birthYear: smallint('birth_year'),
    experience: text('experience', { enum: ROUTINE_LEVELS }),
    goals: text('goals').array().$type<TrainingGoal[]>().notNull().default([]),
    locale: text('locale').notNull().default('en'),
    timeZone: text('time_zone').notNull().default('UTC'),
    firstDayOfWeek: smallint('first_day_of_week').notNull().default(1),
    dayCutoffHour: smallint('day_cutoff_hour').notNull().default(4),
    /** Bars and plates at hand; null is what most gyms have. */
    gear: jsonb('gear').$type<Gear>(),
    /** Rest after a set where neither plan nor exercise says one; 0 is none. */
    restSeconds: smallint('rest_seconds').notNull().default(120),
    /** Whether a missed day moves the plan on: by weekday, or always the one after the last. */
    scheduleMode: text('schedule_mode', { enum: ['calendar', 'sequential'] })
      .notNull()
      .default('calendar'),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('profiles_role_known', sql`${t.role} in ('athlete', 'coach')`),
    check('profiles_weight_unit_known', sql`${t.weightUnit} in ('kg', 'lb')`),
    check('profiles_distance_unit_known', sql`${t.distanceUnit} in ('km', 'mi')`),
    check('profiles_body_weight_believable', sql`${t.bodyWeightKg} between 1 and 400`),
    check('profiles_height_believable', sql`${t.heightCm} between 50 and 250`),
    check('profiles_sex_known', sql`${t.sex} in ('female', 'male')`),
    check('profiles_birth_year_range', sql`${t.birthYear} between 1900 and 2200`),
    check(
      'profiles_experience_known',
      sql`${t.experience} in ('beginner', 'intermediate', 'advanced')`,
    ),
    check(
      'profiles_goals_known',
      sql`${t.goals} <@ array['strength', 'muscle', 'endurance', 'weight', 'health']`,
    ),
    check('profiles_first_day_of_week_range', sql`${t.firstDayOfWeek} between 0 and 6`),
    check('profiles_day_cutoff_hour_range', sql`${t.dayCutoffHour} between 0 and 12`),
    check('profiles_rest_range', sql`${t.restSeconds} between 0 and 600`),
    check('profiles_schedule_mode_known', sql`${t.scheduleMode} in ('calendar', 'sequential')`),
  ],
)

/** What another program signs in with; of the key itself only a hash is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** sha256 of the whole key, hex. */
    hash: text('hash').notNull(),
    /** Its first characters, to tell keys apart. */
    start: text('start').notNull(),
    scopes: text('scopes', { enum: KEY_SCOPES }).array().notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('api_keys_hash_unique').on(t.hash),
    index('api_keys_user_index').on(t.userId),
    check('api_keys_name_length', sql`char_length(${t.name}) between 1 and 100`),
  ],
)

/** Answers to writes that came with an `Idempotency-Key`, kept for a day. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** sha256 of method, path and body, hex: the same key with another request is a conflict. */
    requestHash: text('request_hash').notNull(),
    response: jsonb('response').$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key] }),
    index('idempotency_keys_age_index').on(t.createdAt),
  ],
)
