import type { Transaction } from '@/lib/db/client'
import { auditLog } from '@/lib/db/schema/training'

/** Appends to the trail, in the transaction of what it tells about. */
export class AuditRepository {
  constructor(private readonly tx: Transaction) {}

  async record(entry: {
    actorId: string
    action: string
    subjectType: string
    subjectId: string
    ownerId: string
    /** Opaque ids and figures only, never names or notes. */
    details?: Record<string, unknown>
  }): Promise<void> {
    await this.tx.insert(auditLog).values(entry)
  }
}
