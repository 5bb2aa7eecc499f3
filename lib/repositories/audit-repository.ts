import type { AuditAction, AuditSubject } from '@/lib/core/audit'
import type { Database, Transaction } from '@/lib/db/client'
import { auditLog } from '@/lib/db/schema/training'

interface AuditEntry {
  /** Null where nobody is signed in yet. */
  actorId: string | null
  action: AuditAction
  subjectType: AuditSubject
  subjectId: string
  /** Whose data it is about; they can read the entry. */
  ownerId?: string
  /** The gym in which it was done; its owner can read the entry. */
  organizationId?: string
  /** The session or the API key it came by. */
  sessionId?: string
  /** Opaque ids and figures only, never names or notes. */
  details?: Record<string, unknown>
}

/** Appends to the trail, in the transaction of what it tells about where there is one. */
export class AuditRepository {
  constructor(private readonly tx: Transaction | Database) {}

  async record(entry: AuditEntry): Promise<void> {
    await this.tx.insert(auditLog).values(entry)
  }
}
