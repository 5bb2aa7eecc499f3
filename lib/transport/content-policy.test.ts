import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { contentPolicy, inlineScripts } from './content-policy'

const about = { nonce: 'abc', scripts: [], formTargets: [], isHttps: true, isDevelopment: false }

const sourcesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )

it('lets no script in but ours', () => {
  const sources = sourcesOf(contentPolicy({ ...about, scripts: ["'sha256-x'"] }))
  expect(sources['script-src']).toEqual(["'self'", "'nonce-abc'", "'sha256-x'"])
  expect(sources['default-src']).toEqual(["'none'"])
  expect(sources['script-src-attr']).toEqual(["'none'"])
})

it('leads forms to ourselves and to those that are named', () => {
  const { 'form-action': targets } = sourcesOf(
    contentPolicy({ ...about, formTargets: ['https://accounts.example'] }),
  )
  expect(targets).toEqual(["'self'", 'https://accounts.example'])
})

it('asks for https only where there is https', () => {
  expect(contentPolicy(about)).toContain('upgrade-insecure-requests')
  expect(contentPolicy({ ...about, isHttps: false })).not.toContain('upgrade-insecure-requests')
})

it('knows a script inside a page by its hash, byte by byte, and leaves out those with an address', () => {
  const hash = (script: string) =>
    `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  const page = `<script src="/a.js" async=""></script><script id="_R_">\nlet a = 1 < 2\n</script>
    <p>é</p><script>"é"</script><script data-src="x">b</script>`
  expect(inlineScripts(page)).toEqual(['\nlet a = 1 < 2\n', '"é"', 'b'].map(hash))
})
