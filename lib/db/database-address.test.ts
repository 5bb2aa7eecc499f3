import { describe, expect, it } from 'vitest'
import { readDatabaseAddress } from './database-address'

describe('readDatabaseAddress', () => {
  it.each([
    'postgres://gym:a%2Fb%40c@localhost:5432/gym',
    'postgresql://gym:secret@db.internal/gym?sslmode=require',
    'postgresql://postgres:secret@db.abc.supabase.co:5432/postgres',
  ])('leaves %s alone', (url) => {
    expect(readDatabaseAddress(url)).toEqual({ url, isPooled: false })
  })

  it.each([
    [
      'postgresql://u:p@ep-cool-1-pooler.eu-central-1.aws.neon.tech/db?sslmode=require&channel_binding=require',
      'postgresql://u:p@ep-cool-1-pooler.eu-central-1.aws.neon.tech/db?sslmode=require',
    ],
    [
      'postgresql://postgres.abc:p@aws-0-eu.pooler.supabase.com:6543/postgres?pgbouncer=true&connection_limit=1',
      'postgresql://postgres.abc:p@aws-0-eu.pooler.supabase.com:6543/postgres',
    ],
    ['postgres://u:p@bouncer:5432/db?pgbouncer=true', 'postgres://u:p@bouncer:5432/db'],
  ])('knows the pooler in %s', (given, url) => {
    expect(readDatabaseAddress(given)).toEqual({ url, isPooled: true })
  })
})
