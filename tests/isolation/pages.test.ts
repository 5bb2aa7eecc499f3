import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { config } from '@/proxy'

const PRIVATE = 'app/(app)'
/** Each of them asks who is there: a layout alone is no lock, since it is not drawn again on a way. */
const GUARD = /\brequireAuth\(\)|\bquery\(|\breadExercise\(/

const files = readdirSync(PRIVATE, { recursive: true, encoding: 'utf8' })
const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file))

describe.each(pages)('%s', (file) => {
  it('asks itself who is there', () => {
    expect(readFileSync(join(PRIVATE, file), 'utf8')).toMatch(GUARD)
  })

  it('is known to the proxy, so that nobody signed out waits for a page', () => {
    const [first = ''] = file.split('/')
    expect(config.matcher.join()).toMatch(new RegExp(`[(|]${first}[|)]`))
  })
})
