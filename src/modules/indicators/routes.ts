import type { Db } from '#platform/db/db.ts'
import {
  type Endpoint,
  type Permission,
  read,
  STRANGER,
  type WriteContext,
  write,
} from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from './api.ts'
import {
  decideReport,
  placeOfReport,
  type ReportKey,
  type Saved,
  saveReport,
  showReport,
} from './reporting.ts'
import { placesOf, readQuery, rollup } from './roll-up.ts'

/** At the unit that reports. */
const at = (may: Permission) => ({
  may,
  at: async (db: Db, key: ReportKey) => ({ unit: await placeOfReport(db, key) }),
})

/** Notes what was done, gives the entity tag, and answers with the report. */
async function done({ audit, http }: WriteContext<ReportKey>, action: Permission, saved: Saved) {
  await audit({ action, subject: saved.subject, unitId: saved.unitId, details: saved.changes })
  http.answer.etag = saved.etag
  return saved.report
}

const ifMatch = ({ http }: WriteContext<ReportKey>) => http.header('if-match')

const decision = (contract: typeof api.submitReport, action: 'submit' | 'approve' | 'lock') =>
  write(contract, {
    access: at(`report.${action}`),
    handle: async (c) => {
      const doing = { by: c.actor.name, at: c.now }
      return done(
        c,
        `report.${action}`,
        await decideReport(c.tx, c.input, action, doing, { ifMatch: ifMatch(c) }),
      )
    },
  })

export const indicatorEndpoints: Endpoint[] = [
  read(api.getRollup, {
    access: 'anyone',
    async handle({ db, input, today, actor }) {
      const query = { ...readQuery(input), today }
      // What is approved is public; what is only submitted may be read by whoever reads those units' reports.
      if (input.state === 'submitted')
        for (const place of await placesOf(db, query))
          if (!(await actor.may(db, 'report.read', place, today)))
            throw actor === STRANGER ? AuthProblem.required() : AuthProblem.forbidden()
      return { rows: await rollup(db, query) }
    },
  }),
  read(api.getReport, {
    access: at('report.read'),
    async handle({ db, input, http }) {
      const { report, etag } = await showReport(db, input)
      http.answer.etag = etag
      return report
    },
  }),
  write(api.saveReport, {
    access: at('report.save'),
    idempotency: 'required',
    async handle(c) {
      const { tx, input, actor, now, today } = c
      if (input.submit) {
        const place = { unit: await placeOfReport(tx, input) }
        if (!(await actor.may(tx, 'report.submit', place, today))) throw AuthProblem.forbidden()
      }
      return done(
        c,
        'report.save',
        await saveReport(tx, input, input, { by: actor.name, at: now }, ifMatch(c)),
      )
    },
  }),
  decision(api.submitReport, 'submit'),
  decision(api.approveReport, 'approve'),
  decision(api.lockReport, 'lock'),
  write(api.returnReport, {
    access: at('report.return'),
    handle: async (c) => {
      const { reason, cells } = c.input
      const given = { reason, cells, ifMatch: ifMatch(c) }
      return done(
        c,
        'report.return',
        await decideReport(c.tx, c.input, 'return', { by: c.actor.name, at: c.now }, given),
      )
    },
  }),
  write(api.reopenReport, {
    access: at('report.reopen'),
    handle: async (c) => {
      const given = { reason: c.input.reason, ifMatch: ifMatch(c) }
      return done(
        c,
        'report.reopen',
        await decideReport(c.tx, c.input, 'reopen', { by: c.actor.name, at: c.now }, given),
      )
    },
  }),
]
