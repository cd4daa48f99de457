import { createHash } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import { type Acted, decideDuty } from '#modules/directives/duties/acting.ts'
import { answerDuty } from '#modules/directives/duties/answer.ts'
import {
  listFindingsOf,
  listVisitsOf,
  makeDutyOfFinding,
  planInspection,
  recheckFinding,
  recordVisit,
} from '#modules/inspections/index.ts'
import type { FindingKind, RecheckResult, Severity } from '#modules/inspections/schema.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { directiveId } from './directives.ts'
import { readJson } from './read.ts'

type Finding = {
  kind: FindingKind
  severity: Severity
  text: string
  /** What the unit is asked to do about it, and by when. */
  task?: string
  due?: string
  answers?: { at: string; note: string; accepted?: string; returned?: { at: string; reason: string } }[]
  recheck?: { on: string; result: RecheckResult; note: string }
}
type Inspection = {
  name: string
  purpose: string
  startsOn: string
  endsOn: string
  visit: {
    unit: string
    programme: string
    site: string
    inspectors: string[]
    met: string[]
    on: string
    position: { lat: number; lon: number; accuracyM: number }
  }
  findings: Finding[]
}
type Given = { unit: string; directive: string; plannedAt: string; inspections: Inspection[] }

const doingOf = (actor: Actor, at: Date) => ({ by: actor.name, at, today: dayOf(at) })
/** The same finding has the same key whenever the demo is loaded. */
const keyOf = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Two inspections: what was found, what the communes were asked to do about it, and what became of that. */
export async function inspect(tx: Tx, personOf: (username: string) => Actor): Promise<void> {
  const given = readJson<Given>('inspections.json')
  const directive = String(await directiveId(tx, given.directive))
  for (const inspection of given.inspections)
    await inspectOne(tx, { ...given, directive }, inspection, personOf)
}

async function inspectOne(
  tx: Tx,
  { unit, directive, plannedAt }: Given,
  { visit, findings, ...words }: Inspection,
  personOf: (username: string) => Actor,
): Promise<void> {
  const office = personOf('vanphong')
  const verifier = personOf('thamdinh')
  const planned = { unit: visit.unit, programme: visit.programme, site: visit.site, plannedOn: visit.on }
  const visits = [{ ...planned, inspectors: visit.inspectors, cancelledBecause: null }]
  const at = new Date(plannedAt)
  const { after } = await planInspection(tx, { ...words, unit, directive, visits }, doingOf(office, at))
  const of = (about: string) => ({ subject: `inspection:${after.id}`, details: { name: after.name, about } })
  await writeAudit(tx, office, at, { action: 'inspection.plan', unitId: after.ownerId, ...of('plan') })

  const { id, unitId } = (await listVisitsOf(tx, after.id))[0]!
  const there = new Date(`${visit.on}T15:30:00+07:00`)
  const { inspectors: team, met, on: visitedOn, site: place, position } = visit
  const written = findings.map(({ kind, severity, text, task = '' }) => ({
    ...{ key: keyOf(text), kind, severity, text },
    ...{ asked: task, files: [] },
  }))
  const record = { id, visitedOn, place, position, team, met, summary: '', files: [], findings: written }
  await recordVisit(tx, record, doingOf(verifier, there))
  await writeAudit(tx, verifier, there, { action: 'inspection.record', unitId, ...of('visit') })

  const kept = new Map((await listFindingsOf(tx, [id])).map((finding) => [finding.key, finding.id]))
  for (const finding of findings) await followUp(tx, kept.get(keyOf(finding.text))!, finding, personOf, visit)
}

/** What the commune is asked to do about a finding, its answer, the office's decision, and the second look. */
async function followUp(
  tx: Tx,
  id: number,
  { task, due, answers = [], recheck }: Finding,
  personOf: (username: string) => Actor,
  { unit, on }: Inspection['visit'],
): Promise<void> {
  if (!task || !due) return
  const office = personOf('vanphong')
  const asked = new Date(Date.parse(`${on}T08:00:00+07:00`) + 86_400_000)
  const draft = { id, task, product: 'event' as const, dueOn: due }
  const { finding, entry } = await makeDutyOfFinding(tx, draft, doingOf(office, asked))
  await writeAudit(tx, office, asked, entry)

  const act = async (
    actor: Actor,
    at: string,
    run: (acting: ReturnType<typeof doingOf>) => Promise<Acted>,
  ) => {
    const when = new Date(at)
    await writeAudit(tx, actor, when, (await run(doingOf(actor, when))).entry)
  }
  const occurrence = finding.duty!.occurrenceId
  for (const { at, note, accepted, returned } of answers) {
    const answer = { kind: 'event' as const, ref: {}, files: [], note }
    await act(personOf(`donvi.${unit}`), at, (who) => answerDuty(tx, occurrence, answer, who))
    const decide = (decision: 'accepted' | 'returned', reason: string | null, at: string) =>
      act(office, at, (who) => decideDuty(tx, occurrence, { decision, reason }, who))
    if (accepted) await decide('accepted', null, accepted)
    if (returned) await decide('returned', returned.reason, returned.at)
  }
  if (recheck) {
    const at = new Date(`${recheck.on}T16:00:00+07:00`)
    const verifier = personOf('thamdinh')
    const { on: checkedOn, result, note } = recheck
    const row = await recheckFinding(tx, { id, checkedOn, result, note, files: [] }, doingOf(verifier, at))
    const about = { subject: `finding:${row.id}`, unitId: row.unitId, details: { recheck: result, note } }
    await writeAudit(tx, verifier, at, { action: 'inspection.record', ...about })
  }
}
