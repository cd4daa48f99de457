// News of the audit log becomes notices: who is meant, and how each of them wants to be told.

import { dayOf } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { type Holder, listHolders } from '#modules/organisation/index.ts'
import { followAudit, type Signal } from '#platform/audit/follow.ts'
import { findAccountIds } from '#platform/auth/contact.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import { isFresh, isRecent } from '../rules/mail-time.ts'
import { holdsFor, nearest } from '../rules/nearest.ts'
import { type News, newsOf, thingOf } from '../rules/signal.ts'
import { listVersionFacts, type VersionFacts } from '../store/news.ts'
import { insertNotices, moveCursor, NO_STEP, type NoticeDraft, takeCursor } from '../store/notices.ts'
import { loadSettings } from '../store/settings.ts'
import { draftDutyNews } from './gather-duties.ts'
import { draftAssigned } from './remind.ts'
import type { RoleMay } from './role-may.ts'
import { movesJudging, tellJudged } from './tell-judged.ts'

const AT_ONCE = 500

/**
 * Reads the audit log on from where it was left and tells people what concerns them. One stretch, in one transaction.
 *
 * @returns how many entries were read; 0 when there is nothing new.
 */
export async function gatherNews(tx: Tx, roleMay: RoleMay, now: Date): Promise<number> {
  const entries = await followAudit(tx, await takeCursor(tx), AT_ONCE)
  if (entries.length === 0) return 0
  const told = entries.flatMap((entry) => {
    const news = newsOf(entry)
    return news ? [{ entry, news }] : []
  })
  const facts = await listVersionFacts(
    tx,
    told.map(({ news }) => news),
  )
  const known = told.flatMap((one, n) => (facts[n] ? [{ ...one, facts: facts[n] }] : []))
  const people = await peopleOf(tx, known, roleMay, now)
  const drafts = await draftsOf(tx, known, people, now)
  for (const opened of openedIn(entries, now)) drafts.push(...(await draftAssigned(tx, opened, roleMay, now)))
  drafts.push(...(await draftDutyNews(tx, entries, roleMay, now)))
  if (movesJudging(entries)) await tellJudged(tx, roleMay, now)
  await insertNotices(
    tx,
    drafts.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  )
  await moveCursor(tx, entries.at(-1)!.seq)
  return entries.length
}

/** Each form's period that was opened, once. What was opened long ago is no news: the list of work has it. */
function openedIn(entries: readonly Signal[], now: Date) {
  const opened = entries.flatMap(({ action, details: { form, period: code }, actor, at }) => {
    const period = typeof code === 'string' ? parsePeriod(code) : null
    if (action !== 'opening.create' || typeof form !== 'string' || !period || !isRecent(at, now)) return []
    return [{ form, period, by: actor, at }]
  })
  return new Map(opened.map((one) => [`${one.form} ${one.period.code}`, one])).values()
}

const NO_DUTY = { dutyId: null, occurrenceId: null, ...NO_STEP }
type Told = { entry: Signal; news: News; facts: VersionFacts }

/** Whom each news is for, never whoever made it. */
async function peopleOf(tx: Tx, told: readonly Told[], roleMay: RoleMay, now: Date): Promise<number[][]> {
  const units = [...new Set(told.map(({ news }) => news.unitId))]
  const holders = Map.groupBy(await listHolders(tx, units, dayOf(now)), ({ unitId }) => unitId)
  const names = told.flatMap(({ entry, facts }) => [...facts.senders, entry.actingFor ?? ''])
  const ids = await findAccountIds(tx, [...new Set(names)])
  return told.map(({ entry, news, facts }) => {
    const senders = facts.senders.flatMap((name) => ids.get(name) ?? [])
    const made = [entry.actorId, ids.get(entry.actingFor ?? '') ?? null]
    const there = (permission: Permission) =>
      (holders.get(news.unitId) ?? []).filter(
        ({ role, field }: Holder) => roleMay(role, permission) && holdsFor(field, facts.field),
      )
    if (news.to === 'approvers') return nearest(there('report.approve'), [...made, ...senders])
    const officers = nearest(there('report.submit'))
    return [...new Set([...senders, ...officers])].filter((id) => !made.includes(id))
  })
}

async function draftsOf(
  tx: Tx,
  told: readonly Told[],
  people: readonly number[][],
  now: Date,
): Promise<NoticeDraft[]> {
  const settings = await loadSettings(tx, [...new Set(people.flat())])
  return told.flatMap(({ entry, news, facts }, n) =>
    people[n]!.flatMap((accountId) => {
      const way = settings.get(accountId)!.ways[news.kind]
      if (way === 'none') return []
      const mail = way === 'app' || !isFresh(entry.at, now) ? ('none' as const) : way
      return [
        {
          accountId,
          kind: news.kind,
          thing: thingOf(news),
          form: news.form,
          period: news.period,
          ...NO_DUTY,
          unitId: news.unitId,
          units: 1,
          version: news.version,
          by: entry.actor,
          reason: news.kind === 'returned' ? (news.reason ?? facts.reason) : null,
          dueOn: null,
          at: entry.at,
          readAt: isRecent(entry.at, now) ? null : now,
          mail,
        },
      ]
    }),
  )
}
