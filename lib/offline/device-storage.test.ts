import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceStorage } from './device-storage'

const full = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
}

beforeEach(() => {
  const kept = new Map([['rest', 'old']])
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
})
afterEach(() => {
  deviceStorage.remove('rest')
  vi.unstubAllGlobals()
})

it('keeps a value in the window when localStorage is full', () => {
  vi.stubGlobal('localStorage', { ...localStorage, setItem: full })
  deviceStorage.set('rest', 'new')
  expect(deviceStorage.get('rest')).toBe('new')
})

it('goes back to localStorage once it has room', () => {
  const roomy = localStorage
  vi.stubGlobal('localStorage', { ...roomy, setItem: full })
  deviceStorage.set('rest', 'new')
  vi.stubGlobal('localStorage', roomy)
  deviceStorage.set('rest', 'newest')
  expect(localStorage.getItem('rest')).toBe('newest')
  expect(deviceStorage.get('rest')).toBe('newest')
})

it('reads, writes and removes without an error when localStorage is switched off', () => {
  vi.stubGlobal('localStorage', { getItem: full, setItem: full, removeItem: full })
  expect(deviceStorage.get('rest')).toBeNull()
  deviceStorage.set('rest', 'new')
  expect(deviceStorage.get('rest')).toBe('new')
  deviceStorage.remove('rest')
  expect(deviceStorage.get('rest')).toBeNull()
})
