/** Which of a company's scans counts: the one that was chosen, else the newest finished one of the whole company, else the newest finished one. */
import type { Assessment } from '#db/schema.ts'

type Countable = Pick<Assessment, 'id' | 'scope' | 'finishedAt' | 'archivedAt' | 'removedAt'>

/** True for a scan that may count: finished, and neither archived nor deleted. */
export function canCount({ finishedAt, archivedAt, removedAt }: Pick<Assessment, 'finishedAt' | 'archivedAt' | 'removedAt'>): boolean {
  return finishedAt !== null && archivedAt === null && removedAt === null
}

/** The scan that counts, or null while there is none; `chosen` is the id of the one that was chosen, which counts only while it can. */
export function countingScan<S extends Countable>(scans: readonly S[], chosen: string | null): S | null {
  const able = scans.filter(canCount).toSorted((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  return able.find(scan => scan.id === chosen) ?? able.find(scan => scan.scope === 'company') ?? able[0] ?? null
}
