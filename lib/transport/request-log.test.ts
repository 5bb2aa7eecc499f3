import { expect, it } from 'vitest'
import { routeOf } from './request-log'

it.each([
  ['/history/01a1fd68-24ba-775d-849f-d6bcc2c25927/edit?x=1', '/history/[id]/edit'],
  ['/auth/verify-email?token=secret', '/auth/verify-email'],
  ['/', '/'],
])('says %s without ids and query', (url, route) => {
  expect(routeOf(url)).toBe(route)
})
