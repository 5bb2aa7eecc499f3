import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@/lib/core/id'

/** Made once, with the build: a browser takes a worker for new when a byte of it is another one. */
export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  const source = await readFile(join(process.cwd(), 'app/sw.js/service-worker.js'), 'utf8')
  return new Response(`const VERSION = '${newId()}'\n\n${source}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
