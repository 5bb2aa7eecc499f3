import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import type { UseCase } from '@/lib/core/define-use-case'

const nodeSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().default(0),
  'Rows Removed by Index Recheck': z.number().default(0),
  get Plans(): z.ZodDefault<z.ZodArray<typeof nodeSchema>> {
    return z.array(nodeSchema).default([])
  },
})
type Node = z.output<typeof nodeSchema>

const explainedSchema = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) }),
])

const nodesOf = (node: Node): Node[] => [node, ...node.Plans.flatMap(nodesOf)]

/** What a reading use case really asks the database, and how that answers it. */
export interface Reading {
  statements: number
  /** Rows that scans of tables gave or threw away. */
  rowsRead: number
  /** Tables that were read from end to end. */
  scannedWhole: string[]
}

/** Runs a reading use case, then explains each of its statements with its own parameters. */
export async function explainReading<I extends z.ZodType, O extends z.ZodType, Scope>(
  url: string,
  useCase: UseCase<'user', I, O, Scope>,
  call: { actor: Actor; input: unknown },
): Promise<Reading> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const said: { query: string; params: unknown[] }[] = []
  const db = drizzle(client, {
    logger: { logQuery: (query, params) => void said.push({ query, params }) },
  })
  try {
    const input = useCase.input.parse(call.input) as z.output<I>
    await db.transaction(async (tx) => {
      const caller = { address: '127.0.0.1', headers: new Headers() }
      const context = { tx, actor: call.actor, input, now: new Date(), caller, after: () => {} }
      await useCase.run({ ...context, scope: await useCase.authorize(context) })
    })
    const reading: Reading = { statements: said.length, rowsRead: 0, scannedWhole: [] }
    for (const { query, params } of said) {
      const explained = await client.unsafe(
        `explain (analyze, format json) ${query}`,
        params as Parameters<typeof client.unsafe>[1],
      )
      const [row] = explainedSchema.parse([...explained])
      const nodes = nodesOf(row['QUERY PLAN'][0].Plan)
      for (const node of nodes) {
        if (!/Scan/.test(node['Node Type']) || !node['Relation Name']) continue
        const thrownAway = node['Rows Removed by Filter'] + node['Rows Removed by Index Recheck']
        reading.rowsRead += (node['Actual Rows'] + thrownAway) * node['Actual Loops']
        if (node['Node Type'].includes('Seq Scan')) reading.scannedWhole.push(node['Relation Name'])
      }
    }
    return reading
  } finally {
    await client.end()
  }
}
