import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'

const sources = ['app', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

interface Sentences {
  [key: string]: string | Sentences
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A key stands in the source with its end in quotes, or its group is picked from at run time. */
function isUsed(path: readonly string[]): boolean {
  const end = path.slice(-1).map(literal)
  if (new RegExp(`['"\`.:]${end}\\b|\\b${end}\\b(?=[,:} ])`).test(sources)) return true
  const group = path.slice(-2, -1).map(literal)
  return path.length > 2 && new RegExp(`\\b${group}\\.\\$\\{`).test(sources)
}

function listPaths(sentences: Sentences, before: readonly string[] = []): string[][] {
  return Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === 'string' ? [[...before, key]] : listPaths(value, [...before, key]),
  )
}

it('every sentence of the catalogue is said somewhere', () => {
  const { errors: _e, fields: _f, ...rest } = messages
  const unused = listPaths(rest).filter((path) => !isUsed(path))
  expect(unused.map((path) => path.join('.'))).toEqual([])
})
