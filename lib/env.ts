import * as z from 'zod'

const secret = z
  .string()
  .min(32, 'must have at least 32 characters')
  .refine((value) => new Set(value).size >= 12 && !/change.?me|secret.?secret|example/i.test(value), 'is too easy to guess; make one with: openssl rand -base64 48')

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

/** Every variable the program reads; .env.example says what happens without each. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: secret.optional(),
  MAIL_FROM: z.string().min(3).default('Gym Tracker <gym-tracker@localhost>'),
  RESEND_API_KEY: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SHOW_OUTBOX: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_QUERIES: flag.default(false),
  DEFAULT_TIME_ZONE: z.string().min(1).default('UTC'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
})

export type Environment = z.infer<typeof environmentSchema> & { APP_URL: string }

let parsed: Environment | undefined

/** A variable set to nothing counts as left out, as in a copied .env.example. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Some settings in the environment are wrong:\n${lines.join('\n')}`)
  }
  const { data } = result
  return { ...data, APP_URL: data.APP_URL ?? `http://${data.HOST}:${data.PORT}` }
}

/**
 * The settings, read once.
 * @throws Error with one readable line for each wrong variable
 */
export function getEnv(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}
