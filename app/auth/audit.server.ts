/** Writes the audit log: what happened, when, by whom and to what, in ids only. Nothing of it can be changed afterwards. */
import type { AuditEvent } from '#db/audit-events.ts'
import type { Writer } from '#db/open.server.ts'
import { auditLog } from '#db/work-tables.ts'

export type Happened = {
  readonly event: AuditEvent
  /** who did it; left out for somebody who is not signed in */
  readonly userId?: string | null
  readonly organisationId?: string | null
  /** the id of what it was done to */
  readonly subjectId?: string | null
}

/** Notes it in the caller's transaction, so that it stands there exactly when the thing itself does; `at` in epoch milliseconds. */
export async function audit(writer: Writer, at: number, { event, userId = null, organisationId = null, subjectId = null }: Happened): Promise<void> {
  await writer.insert(auditLog).values({ at, event, userId, organisationId, subjectId })
}
