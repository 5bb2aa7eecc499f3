import { expect, it } from 'vitest'
import { probe } from './route'

it('answers in the envelope when all is well', async () => {
  const response = await probe('ok')()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    success: true,
    data: { status: 'ok' },
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

it.each([
  ['the check says no', async () => false],
  ['the check fails', async () => Promise.reject(new Error('secret host name'))],
])('says when to ask again, and nothing else, where %s', async (_, check) => {
  const response = await probe('ready', check)()
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  const body = await response.json()
  expect(body).toMatchObject({ success: false, error: { code: 'unavailable', details: null } })
  expect(JSON.stringify(body)).not.toContain('secret')
})
