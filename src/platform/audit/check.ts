import type { Check } from '#platform/verify.ts'
import { checkChain } from './search.ts'

/** Reads the whole chain: no gap, every entry after the right one, every hash as it must be. Names the first hundred. */
export const auditCheck: Check = {
  name: 'audit',
  async run(db) {
    const { checked, differences } = await checkChain(db)
    return { checked, differences }
  },
}
