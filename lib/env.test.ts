import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { environmentSchema, parseEnvironment } from './env'

const goodSecret = 'q7Jw0ZxN2vRk8sTb5LmYc1HdPf4GaUe9'

/** The sentences for an environment that must be refused. */
function problemsOf(source: Record<string, string>): string {
  try {
    parseEnvironment(source)
  } catch (error) {
    return String(error)
  }
  return 'accepted'
}

describe('parseEnvironment', () => {
  it('needs nothing', () => {
    expect(parseEnvironment({})).toMatchObject({
      DATA_DIR: '.data',
      HOST: '127.0.0.1',
      PORT: 3000,
      APP_URL: 'http://localhost:3000',
      DEFAULT_TIME_ZONE: 'UTC',
    })
  })

  it('takes a variable set to nothing as left out', () => {
    expect(parseEnvironment({ DATABASE_URL: '', PORT: '' })).toEqual(parseEnvironment({}))
  })

  it('derives the address from HOST and PORT, and keeps one that is given', () => {
    expect(parseEnvironment({ PORT: '4000' }).APP_URL).toBe('http://localhost:4000')
    expect(parseEnvironment({ HOST: '0.0.0.0' }).APP_URL).toBe('http://localhost:3000')
    expect(parseEnvironment({ HOST: '::1' }).APP_URL).toBe('http://localhost:3000')
    expect(parseEnvironment({ HOST: '10.0.0.5' }).APP_URL).toBe('http://10.0.0.5:3000')
    expect(parseEnvironment({ HOST: 'fd00::5' }).APP_URL).toBe('http://[fd00::5]:3000')
    expect(parseEnvironment({ APP_URL: 'https://gym.test/' }).APP_URL).toBe('https://gym.test')
  })

  it('shows the outbox only in development or when asked', () => {
    expect(parseEnvironment({ NODE_ENV: 'development' }).SHOW_OUTBOX).toBe(true)
    expect(parseEnvironment({ NODE_ENV: 'production' }).SHOW_OUTBOX).toBe(false)
    expect(parseEnvironment({ NODE_ENV: 'production', SHOW_OUTBOX: '1' }).SHOW_OUTBOX).toBe(true)
  })

  it('names every wrong variable in one go', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_POOL_SIZE: 'many',
      DATABASE_URL: 'mysql://localhost/gym',
      DEFAULT_TIME_ZONE: 'Mars/Olympus',
      LOG_QUERIES: 'yes',
      RATE_LIMIT_FACTOR: '-1',
    })
    expect(problems).toContain('PORT must be a whole number from 1 to 65535')
    expect(problems).toContain('DATABASE_POOL_SIZE must be a whole number from 1 to 100')
    expect(problems).toContain('DATABASE_URL must be an address like postgres://')
    expect(problems).toContain('DEFAULT_TIME_ZONE must be the name of a time zone')
    expect(problems).toContain('LOG_QUERIES must be 1 or 0')
    expect(problems).toContain('RATE_LIMIT_FACTOR must be a number above 0')
    expect(problems).toContain('APP_SECRET is required when DATABASE_URL is set')
  })

  it.each([
    'short',
    'a'.repeat(64),
    'correct horse'.repeat(4),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'change-me-change-me-1234567890-qwertz',
    'my very long password for this gym 1',
  ])('refuses the weak secret %s', (secret) => {
    expect(problemsOf({ APP_SECRET: secret })).toMatch(/APP_SECRET (needs|is too easy)/)
  })

  it('accepts what openssl rand makes', () => {
    const env = parseEnvironment({ DATABASE_URL: 'postgres://u:p@db/gym', APP_SECRET: goodSecret })
    expect(env.APP_SECRET).toBe(goodSecret)
  })
})

describe('the keys of sign-in providers', () => {
  const APPLE_PRIVATE_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const apple = { APPLE_CLIENT_ID: 'app', APPLE_TEAM_ID: 'team', APPLE_KEY_ID: 'key' }

  it('are taken together or not at all', () => {
    const problems = problemsOf({ GOOGLE_CLIENT_ID: 'app', APPLE_KEY_ID: 'key' })
    expect(problems).toContain('GOOGLE_CLIENT_SECRET is required when GOOGLE_CLIENT_ID is set')
    expect(problems).toContain('APPLE_PRIVATE_KEY is required when APPLE_KEY_ID is set')
    expect(problems).not.toContain('FACEBOOK')
  })

  it("may have Apple's on one line, and refuse what is no key", () => {
    const onOneLine = APPLE_PRIVATE_KEY.replaceAll('\n', '\\n')
    for (const given of [APPLE_PRIVATE_KEY, onOneLine])
      expect(parseEnvironment({ ...apple, APPLE_PRIVATE_KEY: given })).toMatchObject({
        APPLE_PRIVATE_KEY,
      })
    expect(problemsOf({ ...apple, APPLE_PRIVATE_KEY: 'AuthKey.p8' })).toContain(
      'APPLE_PRIVATE_KEY must be what the .p8 file says',
    )
  })
})

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)]

  it('names the variables that are read, and only those', () => {
    const read = Object.keys(environmentSchema.shape).filter((name) => name !== 'NODE_ENV')
    expect(lines.map(([, name]) => name).sort()).toEqual(read.sort())
  })

  it('shows the defaults', () => {
    const shown = Object.fromEntries(
      lines.map(([, name = '', value = '']) => [name, value.replaceAll('"', '')]),
    )
    expect(parseEnvironment(shown)).toEqual(parseEnvironment({}))
  })
})
