import { expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { PERSON_COOKIE, readPersonCookie } from './person-cookie'

it('finds the person among the cookies of a page', () => {
  const id = newId()
  expect(readPersonCookie(`theme=dark; ${PERSON_COOKIE}=${id}; other=1`)).toBe(id)
  expect(readPersonCookie(`${PERSON_COOKIE}=${id}`)).toBe(id)
})

it('finds nobody where there is no such cookie, an empty one, or one that only ends like it', () => {
  for (const cookies of ['', 'theme=dark', `${PERSON_COOKIE}=`, `x${PERSON_COOKIE}=someone`])
    expect(readPersonCookie(cookies)).toBeNull()
})
