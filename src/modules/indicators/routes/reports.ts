import type { Db } from '#platform/db/db.ts'
import {
  type Actor,
  type Endpoint,
  type Permission,
  type ReadContext,
  read,
  type WriteContext,
  write,
} from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api.ts'
import { listReportVersions } from '../report-versions.ts'
import {
  decideReport,
  placeOfReport,
  type ReportKey,
  type Saved,
  saveReport,
  showReport,
} from '../reporting.ts'
import type { Report } from '../schema.ts'
import type { Doing } from '../store/reports.ts'

/** At the unit that reports, in the field of the form. */
const at = (may: Permission) => ({ may, at: (db: Db, key: ReportKey) => placeOfReport(db, key) })

const doingOf = ({ actor, now }: { actor: Actor; now: Date }): Doing => ({
  by: actor.name,
  onBehalfOf: actor.onBehalfOf,
  at: now,
})

const ifMatch = ({ http }: WriteContext<ReportKey>) => http.header('if-match')

/** The report with what the caller may do next, and its entity tag. */
async function tell(
  { actor, today, http }: Pick<ReadContext<unknown>, 'actor' | 'today' | 'http'>,
  db: Db,
  { report, acts, place, etag }: Saved,
): Promise<Report> {
  const may: Report['may'] = []
  for (const action of acts) if (await actor.may(db, `report.${action}`, place, today)) may.push(action)
  http.answer.etag = etag
  return { ...report, may }
}

/** Notes what was done, and answers with the report. */
async function done(c: WriteContext<ReportKey>, action: Permission, saved: Saved): Promise<Report> {
  await c.audit({ action, subject: saved.subject, unitId: saved.place.unit, details: saved.changes })
  return tell(c, c.tx, saved)
}

const decision = (contract: typeof api.submitReport, action: 'submit' | 'approve' | 'lock') =>
  write(contract, {
    access: at(`report.${action}`),
    idempotency: 'required',
    handle: async (c) => {
      const given = { ifMatch: ifMatch(c) }
      return done(c, `report.${action}`, await decideReport(c.tx, c.input, action, doingOf(c), given))
    },
  })

export const reportEndpoints: Endpoint[] = [
  read(api.getReport, {
    access: at('report.read'),
    handle: async (c) => tell(c, c.db, await showReport(c.db, c.input, doingOf(c), c.input.version)),
  }),
  read(api.getReportHistory, {
    access: at('report.read'),
    handle: async ({ db, input }) => ({ versions: await listReportVersions(db, input, input.before) }),
  }),
  write(api.saveReport, {
    access: at('report.save'),
    idempotency: 'required',
    async handle(c) {
      const { tx, input, actor, today } = c
      if (input.submit && !(await actor.may(tx, 'report.submit', await placeOfReport(tx, input), today)))
        throw AuthProblem.forbidden()
      const action = input.submit ? 'report.submit' : 'report.save'
      return done(c, action, await saveReport(tx, input, input, doingOf(c), ifMatch(c)))
    },
  }),
  decision(api.submitReport, 'submit'),
  decision(api.approveReport, 'approve'),
  decision(api.lockReport, 'lock'),
  write(api.returnReport, {
    access: at('report.return'),
    idempotency: 'required',
    handle: async (c) => {
      const { reason, cells } = c.input
      const given = { reason, cells, ifMatch: ifMatch(c) }
      return done(c, 'report.return', await decideReport(c.tx, c.input, 'return', doingOf(c), given))
    },
  }),
  write(api.reopenReport, {
    access: at('report.reopen'),
    idempotency: 'required',
    handle: async (c) => {
      const given = { reason: c.input.reason, ifMatch: ifMatch(c) }
      return done(c, 'report.reopen', await decideReport(c.tx, c.input, 'reopen', doingOf(c), given))
    },
  }),
]
