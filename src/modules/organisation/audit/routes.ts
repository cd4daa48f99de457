import type { Day } from '#kernel/day.ts'
import { checkChain, searchAudit } from '#platform/audit/search.ts'
import { accountName } from '#platform/auth/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from '../api/audit.ts'
import { OrganisationProblem } from '../problems.ts'
import { unitByCode } from '../store/lookup.ts'
import { unitsReached } from '../store/reached.ts'
import { auditFile } from './export.ts'
import { tellEntries } from './tell.ts'

type Asked = { unit?: string | undefined }

/** With a unit the log is read there; without one it is read as a whole. */
const access = {
  may: 'audit.read' as const,
  at: async (db: Db, { unit }: Asked) => (unit ? { unit: await idOf(db, unit) } : ('everywhere' as const)),
}

export const auditEndpoints: Endpoint[] = [
  read(api.listAudit, {
    access,
    async handle({ db, input, today }) {
      const { before, limit, ...asked } = input
      const found = await searchAudit(db, await filterOf(db, asked, today), { before, limit: limit + 1 })
      const entries = await tellEntries(db, found.slice(0, limit), today)
      return { entries, nextBefore: found.length > limit ? entries.at(-1)!.seq : null }
    },
  }),
  read(api.exportAudit, {
    access,
    async handle({ db, input: { format, ...asked }, today }) {
      return auditFile(db, await filterOf(db, asked, today), format, today)
    },
  }),
  read(api.checkAudit, {
    access: { may: 'audit.read', at: async () => 'somewhere' as const },
    async handle({ db }) {
      const checked = await checkChain(db)
      return { ok: checked.differences.length === 0, ...checked }
    },
  }),
]

async function filterOf<F extends Asked & { who?: string | undefined }>(
  db: Db,
  { unit, who, ...rest }: F,
  today: Day,
) {
  return {
    ...rest,
    who: who && accountName(who),
    unitIds: unit ? await unitsReached(db, await idOf(db, unit), today) : undefined,
  }
}

const EVER = { startsOn: '0001-01-01', endsOn: '9999-12-31' }

/** Who holds the code, or last held it. */
async function idOf(db: Db, code: string): Promise<number> {
  const unit = await unitByCode(db, code, EVER)
  if (!unit) throw OrganisationProblem.unitNotFound({ id: code })
  return unit.id
}
