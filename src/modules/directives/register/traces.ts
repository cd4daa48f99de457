// What the audit log keeps of a directive: all that somebody may have typed.

import { dayOrNull } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import { listDirectiveFiles } from '../store/directive-texts.ts'
import type { DirectiveRow } from '../store/directives.ts'
import { linksOf } from './register-directive.ts'

export async function traceOf(db: Db, row: DirectiveRow): Promise<object> {
  return {
    number: row.number,
    type: row.type,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    excerpt: row.excerpt,
    signer: row.signer,
    validFrom: row.validFrom,
    validTo: dayOrNull(row.validTo),
    links: await linksOf(db, row.id),
    files: (await listDirectiveFiles(db, row.id)).map(({ fileId }) => fileId),
  }
}

export const entryOf = (row: DirectiveRow, trace: { before?: object; after: object }): AuditEntry => ({
  action: 'directive.register',
  subject: `directive:${row.id}`,
  unitId: row.keeperUnitId,
  details: { directiveId: String(row.id), number: row.number, ...trace },
})
