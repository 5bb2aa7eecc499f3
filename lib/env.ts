import * as z from 'zod'

/** Repeats, runs like abcdef or 123456, placeholders, and too few different characters. */
function isWeakSecret(secret: string): boolean {
  const steps = Array.from(secret, (_, at) => secret.charCodeAt(at + 1) - secret.charCodeAt(at))
  const runs = steps.filter((step) => Math.abs(step) <= 1).length
  return (
    new Set(secret).size < 10 ||
    runs > secret.length / 3 ||
    /^(.+)\1+$/s.test(secret) ||
    /change.?(me|this)|your.?secret|secret.?(key|secret|here)|password|example|placeholder/i.test(
      secret,
    )
  )
}

const secret = z
  .string()
  .min(32, 'needs at least 32 characters; make one with: openssl rand -base64 48')
  .refine(
    (value) => value.length < 32 || !isWeakSecret(value),
    'is too easy to guess; make one with: openssl rand -base64 48',
  )

const flag = z
  .enum(['0', '1', 'true', 'false'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true')

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address like postgres://user:password@host:5432/database',
})

const text = z.string().min(1)

/** A .p8 file on one line or several; a written `\n` stands for a new line. */
const signingKey = text
  .transform((value) => value.replaceAll('\\n', '\n'))
  .refine(
    (pem) => /^-----BEGIN PRIVATE KEY-----\n[\w+/=\s]+-----END PRIVATE KEY-----\s*$/.test(pem),
    'must be what the .p8 file says, from -----BEGIN PRIVATE KEY----- to the end',
  )

const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number(`must be a whole number from ${min} to ${max}`)
    .refine(
      (value) => Number.isInteger(value) && value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    )

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Every variable the program reads; .env.example says what happens without each. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DIRECT_DATABASE_URL: databaseUrl.optional(),
  DATABASE_ROLE: text.optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 100).default(10),
  DATA_DIR: text.default('.data'),
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(1, 65_535).default(3000),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://gym.example.com' })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  APP_SECRET: secret.optional(),
  MAIL_FROM: z
    .string()
    .regex(/[^@\s]+@[^@\s]+/, 'must be an address like Gym Tracker <mail@example.com>')
    .default('Gym Tracker <gym-tracker@localhost>'),
  RESEND_API_KEY: text.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
    .optional(),
  SHOW_OUTBOX: flag.optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  APPLE_CLIENT_ID: text.optional(),
  APPLE_TEAM_ID: text.optional(),
  APPLE_KEY_ID: text.optional(),
  APPLE_PRIVATE_KEY: signingKey.optional(),
  FACEBOOK_CLIENT_ID: text.optional(),
  FACEBOOK_CLIENT_SECRET: text.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  LOG_QUERIES: flag.default(false),
  DEFAULT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be the name of a time zone, like Europe/Berlin')
    .default('UTC'),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be an address like redis://host:6379' })
    .optional(),
  RATE_LIMIT_FACTOR: z.coerce
    .number('must be a number above 0')
    .positive('must be a number above 0')
    .default(1),
})

/** Settings that mean something together only. */
const GROUPS = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['APPLE_CLIENT_ID', 'APPLE_TEAM_ID', 'APPLE_KEY_ID', 'APPLE_PRIVATE_KEY'],
  ['FACEBOOK_CLIENT_ID', 'FACEBOOK_CLIENT_SECRET'],
] as const

function incompleteGroups(given: Record<string, unknown>): string[] {
  return GROUPS.flatMap((group) => {
    const missing = group.filter((name) => given[name] === undefined)
    if (missing.length === 0 || missing.length === group.length) return []
    const set = group.find((name) => given[name] !== undefined)
    return missing.map((name) => `${name} is required when ${set} is set`)
  })
}

export type Environment = Omit<z.infer<typeof environmentSchema>, 'APP_URL' | 'SHOW_OUTBOX'> & {
  APP_URL: string
  SHOW_OUTBOX: boolean
}

let parsed: Environment | undefined

const THIS_MACHINE = ['127.0.0.1', '::1', '0.0.0.0', '::']

/**
 * Where a browser on this machine finds a server that listens on `host`; by name where it can be,
 * since no passkey is for a number.
 */
function localAddress(host: string, port: number): string {
  if (THIS_MACHINE.includes(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * A variable set to nothing counts as left out, as in a copied .env.example.
 * @throws Error with one readable line for each wrong variable
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(given)
  const problems = (result.error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')} ${issue.message}`,
  )
  problems.push(...incompleteGroups(given))
  if (given.DATABASE_URL !== undefined && given.APP_SECRET === undefined) {
    problems.push(
      'APP_SECRET is required when DATABASE_URL is set; make one with: openssl rand -base64 48',
    )
  }
  if (!result.success || problems.length > 0) {
    throw new Error(`These settings are wrong:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  }
  const { data } = result
  return {
    ...data,
    APP_URL: data.APP_URL ?? localAddress(data.HOST, data.PORT),
    SHOW_OUTBOX: data.SHOW_OUTBOX ?? data.NODE_ENV === 'development',
  }
}

/**
 * The settings, read once.
 * @throws Error with one readable line for each wrong variable
 */
export function getEnv(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** For tests that change the environment: the next `getEnv` reads it again. */
export function rereadEnv(): void {
  parsed = undefined
}

/** This process's environment with some variables replaced, for a process it starts. */
export function environmentWith(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables }
}
