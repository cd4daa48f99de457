import type { Check } from '#platform/verify.ts'
import { type AuditLine, type Break, findBreak } from './chain.ts'
import { readAudit } from './store.ts'

const MAX_NAMED = 100

/** Reads the whole chain: no gap, every entry after the right one, every hash as it must be. Names the first hundred. */
export const auditCheck: Check = {
  name: 'audit',
  async run(db) {
    const differences: Break[] = []
    let checked = 0
    let before: AuditLine | undefined
    for await (const entry of readAudit(db)) {
      const found = findBreak(entry, before)
      if (found && differences.length < MAX_NAMED) differences.push(found)
      checked += 1
      before = entry
    }
    return { checked, differences }
  },
}
