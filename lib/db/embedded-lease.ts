import postgres from 'postgres'

/** Number of the advisory lock that every process using the embedded server shares. */
const inUse = 4_159_001

/** One process's share in the use of a server; ends with the connection, even by a kill. */
export type Lease = {
  /** Settles when the connection ends, by `end` or because the server is gone. */
  lost: Promise<void>
  /** Gives the share back. True if nobody else has one, and then nobody gets one until `end`. */
  release(): Promise<boolean>
  end(): Promise<void>
}

/** @throws when the server is gone or is being stopped by the last that used it */
export async function takeLease(url: string): Promise<Lease> {
  let lose = () => {}
  const lost = new Promise<void>((resolve) => {
    lose = resolve
  })
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => lose(),
  })
  const end = () => sql.end({ timeout: 1 })
  try {
    await sql`select pg_advisory_lock_shared(${inUse})`
  } catch (error) {
    await end()
    throw error
  }
  const release = async () => {
    const [row] = await sql<{ isLast: boolean }[]>`
      select pg_advisory_unlock_shared(${inUse}), pg_try_advisory_lock(${inUse}) as "isLast"`
    return row?.isLast === true
  }
  return { lost, release, end }
}
