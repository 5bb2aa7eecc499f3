import { expect, it } from 'vitest'
import type { LoadedBar } from '@/lib/domain/plates'
import { render } from '@/tests/helpers/render'
import { PlatePicture } from './plate-picture'

const words = {
  ...{ aSide: '{plates} per side', barAlone: 'Empty bar', bar: 'Bar {bar}' },
  nearest: '{total} is the nearest.',
}
const drawn = (loaded: LoadedBar) => render(PlatePicture({ bar: 20, unit: 'kg', words, ...loaded }))

it('says in words what it draws', () => {
  const loaded = drawn({ perSide: [20, 10, 1.25], total: 82.5, isExact: true })
  expect(loaded).toContain('20 + 10 + 1.25 per side')
  expect(loaded).toContain('Bar 20 kg')
  expect(loaded).not.toContain('nearest')
  expect(loaded.match(/<text/g)).toHaveLength(3)

  const empty = drawn({ perSide: [], total: 20, isExact: false })
  expect(empty).toContain('Empty bar')
  expect(empty).toContain('20 kg is the nearest.')
  expect(empty).not.toContain('<text')
})
