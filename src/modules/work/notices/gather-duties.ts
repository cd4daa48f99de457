// News of duties becomes notices. A duty that was issued to thousands of units is read and told in a few statements.

import { dayOf } from '#kernel/day.ts'
import { type Holder, listHolders } from '#modules/organisation/index.ts'
import type { Signal } from '#platform/audit/follow.ts'
import { findAccountIds } from '#platform/auth/contact.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import { type DutyNews, dutyNewsOf, gatherDuties, thingIssued } from '../rules/duty-news.ts'
import { isFresh, isRecent } from '../rules/mail-time.ts'
import { nearest } from '../rules/nearest.ts'
import { listIssued, listOccurrenceFacts, type OccurrenceFacts } from '../store/duty-news.ts'
import { NO_STEP, type NoticeDraft } from '../store/notices.ts'
import { loadSettings } from '../store/settings.ts'
import type { RoleMay } from './role-may.ts'

type Told = { entry: Signal; news: DutyNews }
/** A notice before its receiver's way is known. */
export type Unsent = Omit<NoticeDraft, 'mail' | 'readAt'>

export async function draftDutyNews(
  tx: Tx,
  entries: readonly Signal[],
  roleMay: RoleMay,
  now: Date,
): Promise<NoticeDraft[]> {
  const told = entries.flatMap((entry): Told[] => {
    const news = dutyNewsOf(entry)
    return news ? [{ entry, news }] : []
  })
  if (told.length === 0) return []
  const unsent = [...(await ofIssues(tx, told, roleMay, now)), ...(await ofSingles(tx, told, roleMay, now))]
  return asTheyWish(tx, unsent, now)
}

/**
 * Who is told of units, by permission: those who hold it nearest to each. Fields of work divide neither duties nor
 * gradings; the areas of a scheme have verifiers of their own, each for a field.
 */
export async function peopleOfUnits(
  tx: Tx,
  unitIds: readonly number[],
  roleMay: RoleMay,
  now: Date,
): Promise<(unitId: number, permission: Permission, but?: readonly (number | null)[]) => number[]> {
  const holders = await listHolders(tx, [...new Set(unitIds)], dayOf(now))
  const byUnit = Map.groupBy(holders, ({ unitId }) => unitId)
  const may = ({ role, field }: Holder, permission: Permission) =>
    (field === null || permission === 'score.verify') && roleMay(role, permission)
  return (unitId, permission, but) =>
    nearest(
      (byUnit.get(unitId) ?? []).filter((holder) => may(holder, permission)),
      but,
    )
}

/** What was issued long ago is no news: the list of work has it. */
async function ofIssues(tx: Tx, told: readonly Told[], roleMay: RoleMay, now: Date): Promise<Unsent[]> {
  const issues = new Map(
    told
      .filter(({ news, entry }) => news.occurrenceId === null && isRecent(entry.at, now))
      .map((one) => [one.news.dutyId, one]),
  )
  const asked = await listIssued(tx, [...issues.keys()])
  const unitIds = asked.map(({ unitId }) => unitId)
  const peopleOf = await peopleOfUnits(tx, unitIds, roleMay, now)
  const gathered = gatherDuties(asked, (unitId) => peopleOf(unitId, 'duty.answer'), thingIssued)
  return gathered.flatMap((one): Unsent[] => {
    const { entry } = issues.get(one.dutyId)!
    if (one.accountId === entry.actorId) return []
    return [{ ...one, ...NO_REPORT, kind: 'assigned', by: entry.actor, reason: null, at: entry.at }]
  })
}

const NO_REPORT = { form: null, period: null, version: null, ...NO_STEP }

/** What happened to one unit's occurrence. */
async function ofSingles(tx: Tx, told: readonly Told[], roleMay: RoleMay, now: Date): Promise<Unsent[]> {
  const singles = told.filter(({ news }) => news.occurrenceId !== null)
  const facts = await listOccurrenceFacts(
    tx,
    singles.map(({ news }) => news.occurrenceId!),
  )
  const placeOf = ({ to }: DutyNews, { unitId, deciderId }: OccurrenceFacts) =>
    to === 'office' ? deciderId : unitId
  const known = singles.flatMap((one) => {
    const of = facts.get(one.news.occurrenceId!)
    return of ? [{ ...one, of, place: placeOf(one.news, of) }] : []
  })
  const places = known.map(({ place }) => place)
  const peopleOf = await peopleOfUnits(tx, places, roleMay, now)
  const names = known.flatMap(({ entry, of }) => [...of.senders, entry.actingFor ?? ''])
  const ids = await findAccountIds(tx, [...new Set(names)])
  return known.flatMap(({ entry, news, of, place }) => {
    const senders = of.senders.flatMap((name) => ids.get(name) ?? [])
    const made = [entry.actorId, ids.get(entry.actingFor ?? '') ?? null]
    // Whoever answered does not decide, so they are not asked to; and the unit hears of a decision as a whole
    const people =
      news.to === 'office'
        ? peopleOf(place, 'duty.decide', [...made, ...senders])
        : [...new Set([...senders, ...peopleOf(place, 'duty.answer')])].filter((id) => !made.includes(id))
    return people.map((accountId): Unsent => {
      const { dutyId, occurrenceId, kind, reason, dueOn } = news
      const about = { dutyId, occurrenceId, unitId: of.unitId, units: 1, ...NO_REPORT }
      const thing = `duty:${dutyId}/${occurrenceId}!${entry.seq}`
      return { ...about, accountId, kind, thing, by: entry.actor, reason, dueOn, at: entry.at }
    })
  })
}

/** Each as its receiver wishes to be told. */
export async function asTheyWish(tx: Tx, unsent: readonly Unsent[], now: Date): Promise<NoticeDraft[]> {
  const settings = await loadSettings(tx, [...new Set(unsent.map(({ accountId }) => accountId))])
  return unsent.flatMap((one) => {
    const way = settings.get(one.accountId)!.ways[one.kind]
    if (way === 'none') return []
    const mail = way === 'app' || !isFresh(one.at, now) ? ('none' as const) : way
    return [{ ...one, mail, readAt: isRecent(one.at, now) ? null : now }]
  })
}
