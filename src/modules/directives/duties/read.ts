// Lists of duties: whose rows somebody sees, and pages of them.

import type { Day } from '#kernel/day.ts'
import { findUnit, listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type * as api from '../api/duties.ts'
import { common, type HeldBy, unitsBelow, unitsReached } from '../coverage/reach.ts'
import { daysLate } from '../rules/duty-state.ts'
import { countByDuty, listOccurrences, type OccurrenceRow } from '../store/occurrences.ts'
import { unitAsked } from './addressed.ts'
import { getDirective } from './issue.ts'

/** Who asks, when, and where they may read; the last is decided above this module. */
export type Reader = { heldBy: HeldBy; actor: Actor; today: Day }

/** The asked unit and all below it on a day, as far as the reader reaches today. */
export async function unitsRead(
  db: Db,
  { unit: code, on, level = 'all' }: { unit: string; on?: Day | undefined; level?: 'self' | 'all' },
  { heldBy, actor, today }: Reader,
): Promise<readonly number[] | null> {
  const day = on ?? today
  const unitId = await unitAsked(db, code, day)
  const reached = await unitsReached(db, heldBy, actor, today)
  if (level === 'self') return common(reached, [unitId])
  return common(reached, await unitsBelow(db, (await findUnit(db, unitId))!, day))
}

export const unitName = ({ unitId, unitCode, unitName: name }: OccurrenceName) => ({
  id: String(unitId),
  code: unitCode,
  name,
})
type OccurrenceName = Pick<OccurrenceRow, 'unitId' | 'unitCode' | 'unitName'>

export const tellLine = (row: OccurrenceRow, today: Day): api.OccurrenceLine => ({
  id: String(row.id),
  directive: {
    id: String(row.directiveId),
    number: row.number,
    excerpt: row.excerpt,
    issuedOn: row.directiveIssuedOn,
  },
  duty: { id: String(row.dutyId), task: row.task, product: row.product, repeats: row.repeats },
  unit: unitName(row),
  ordinal: row.ordinal,
  dueOn: row.dueOn,
  askedDueOn: row.askedDueOn,
  state: row.state,
  steps: row.steps,
  daysLate: daysLate({ state: row.state, dueOn: row.dueOn, doneOn: row.steps.done }, today),
})

type Asked = (typeof api.listDuties)['input']['_output']

/** @throws duty.unitNotFound */
export async function readDuties(db: Db, asked: Asked, reader: Reader) {
  const query = {
    unitIds: await unitsRead(db, asked, reader),
    directiveId: asked.directive === undefined ? undefined : Number(asked.directive),
    dutyId: asked.duty === undefined ? undefined : Number(asked.duty),
    state: asked.state,
    lateOn: asked.late === 'true' ? reader.today : undefined,
    dueFrom: asked.dueFrom,
    dueTo: asked.dueTo,
  }
  const [dueOn, id] = asked.after?.split(' ') ?? []
  const after = dueOn === undefined ? null : { dueOn: dueOn === '-' ? null : dueOn, id: Number(id) }
  const rows = await listOccurrences(db, query, { after, limit: asked.limit + 1 })
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    duties: page.map((row) => tellLine(row, reader.today)),
    nextCursor: last ? `${last.dueOn ?? '-'} ${last.id}` : null,
  }
}

/** What a directive asks of a unit and all below it. @throws duty.directiveNotFound, duty.unitNotFound */
export async function readDirectiveDuties(
  db: Db,
  { id, ...asked }: { id: string; unit: string; on?: Day | undefined },
  reader: Reader,
): Promise<api.DutyLine[]> {
  const directive = await getDirective(db, Number(id))
  const unitIds = await unitsRead(db, asked, reader)
  const rows = await countByDuty(db, { directiveId: directive.id, unitIds, on: reader.today })
  const lines: api.DutyLine[] = []
  for (const { deciderId, withdrawnAt, withdrawnBecause, ...row } of rows) {
    const [decider] = await listUnitNames(db, [deciderId], row.issuedOn)
    const mayWithdraw =
      withdrawnAt === null && (await reader.actor.may(db, 'duty.issue', { unit: deciderId }, reader.today))
    lines.push({
      ...row,
      id: String(row.id),
      decider: { id: String(deciderId), code: decider!.code, name: decider!.name },
      withdrawn: withdrawnAt && { at: withdrawnAt.toISOString(), because: withdrawnBecause ?? '' },
      may: mayWithdraw ? ['withdraw'] : [],
    })
  }
  return lines
}
