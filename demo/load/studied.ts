import { dayOf } from '#kernel/day.ts'
import { recordSessions } from '#modules/directives/index.ts'
import type { Participants } from '#modules/directives/schema.ts'
import { entryOfSheet } from '#modules/directives/sessions/traces.ts'
import { recordActivity } from '#modules/outreach/index.ts'
import type { RecordedForm } from '#modules/outreach/schema.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { BROUGHT_IN } from './days.ts'
import { directiveId } from './directives.ts'
import { readRows } from './read.ts'

const KINDS = {
  leaders: 'leaders',
  party_members: 'party-members',
  officials: 'officials',
  people: 'people',
} as const
type SessionColumn = 'directive' | 'unit_code' | 'held_on' | 'form' | 'materials' | keyof typeof KINDS

/** The meetings at which the Conclusion was studied, as the office entered them: one sheet for each directive. */
export async function recordStudy(tx: Tx, office: Actor): Promise<void> {
  const rows = readRows<SessionColumn>('study-sessions.csv')
  const recording = { by: office.name, at: BROUGHT_IN, today: dayOf(BROUGHT_IN), mayAt: async () => true }
  for (const [number, held] of Map.groupBy(rows, ({ directive }) => directive)) {
    const sheet = held.map((row) => ({
      unit: row.unit_code,
      heldOn: row.held_on,
      form: row.form,
      materials: row.materials,
      attendance: attendanceOf(row),
    }))
    const asked = { directiveId: await directiveId(tx, number), rows: sheet, keepGood: false }
    const { directive, recorded } = await recordSessions(tx, asked, recording)
    await writeAudit(tx, office, BROUGHT_IN, await entryOfSheet(tx, directive, recorded))
  }
}

/** `140/131`: asked and came. */
function attendanceOf(row: Record<SessionColumn, string>) {
  return Object.entries(KINDS).flatMap(
    ([column, kind]): { kind: Participants; invited: number; attended: number }[] => {
      const [invited = 0, attended = 0] = row[column as keyof typeof KINDS].split('/').map(Number)
      return invited === 0 ? [] : [{ kind, invited, attended }]
    },
  )
}

type OutreachColumn =
  | 'unit_code'
  | 'form'
  | 'subject'
  | 'date'
  | 'place'
  | 'reached'
  | 'programme'
  | 'directive'

/** How the year's contents were told to people. */
export async function recordOutreach(tx: Tx, office: Actor): Promise<void> {
  for (const row of readRows<OutreachColumn>('outreach.csv')) {
    const draft = {
      unit: row.unit_code,
      form: row.form as RecordedForm,
      subject: row.subject,
      heldOn: row.date,
      place: row.place,
      reached: Number(row.reached),
      programme: row.programme || null,
      directive: row.directive ? String(await directiveId(tx, row.directive)) : null,
    }
    const who = { by: office.name, at: BROUGHT_IN, today: dayOf(BROUGHT_IN) }
    await writeAudit(tx, office, BROUGHT_IN, (await recordActivity(tx, draft, who)).entry)
  }
}
