import { readAudit } from '#platform/audit/store.ts'
import type { Command } from './command.ts'

/** `songma audit`: the whole audit log, one entry a line, for a third party to check (`platform/audit/chain.ts`). */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'cli.audit',
  options: {},
  needs: 'database',
  async run(c) {
    const last = { entries: 0, hash: '' }
    for await (const entry of readAudit(c.house.db)) {
      c.out(JSON.stringify(entry))
      last.entries += 1
      last.hash = entry.hash
    }
    c.json(last)
    c.note(c.t('cli.audit.last', last))
    return 0
  },
}
