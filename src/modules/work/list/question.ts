// Who asks for work, where, and of which period: read once for all groups.

import type { Day } from '#kernel/day.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { listOutstanding, type Outstanding, readPeriod } from '#modules/indicators/index.ts'
import { findUnit, unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { listReached } from '../store/reach.ts'
import { type Judges, judgesOf } from './judges.ts'
import { type HeldBy, reachesUnit, type Scope, scopeOf } from './scope.ts'

const DAY_MS = 86_400_000
/** What was opened longer ago than this is looked for only where its period was named. */
const LOOKED_AT_DAYS = 400

export type Asking = {
  db: Db
  actor: Actor
  heldBy: HeldBy
  unit: string | undefined
  period: string | undefined
  view: 'mine' | 'units'
  now: Date
  today: Day
  lang: Lang
}

/** Units that a permission reaches: `none`, or these; null is every one. */
export type Reach = ReadonlySet<number> | null | 'none'

export type Question = Omit<Asking, 'heldBy' | 'unit' | 'period'> & {
  /** By which targets are judged, and of which also old openings are looked for. */
  period: Period | null
  /** Where the caller enters reports, checks them, and reads them; narrowed to the unit that was named. */
  enter: Scope
  check: Scope
  read: Scope
  /** The units whose duties the caller answers, decides on (of the unit whose office it is), and follows. */
  duties: { answer: Reach; decide: Reach; follow: Reach; narrow: ReadonlySet<number> | null }
  /** What of rounds, gradings and appeals the caller says, verifies and decides; looking, whose parts are open. */
  judges: Judges
  /** The unit whose targets are looked at: the one named, else the first at which the caller reads. */
  home: string | null
}

type AskedFor = `report.${'save' | 'approve' | 'read'}` | `duty.${'answer' | 'decide' | 'read'}`

/** @throws period.malformed. A unit that nobody knows, or that the caller does not reach, leaves the scopes empty. */
export async function readQuestion(asking: Asking): Promise<Question> {
  const { heldBy, unit, period: code, ...rest } = asking
  const { db, actor, today } = rest
  const period = code === undefined ? null : readPeriod(code)
  const days = period ?? { startsOn: today, endsOn: today }
  const named = unit === undefined ? null : ((await unitByCode(db, unit, days))?.id ?? -1)
  const held = (permission: AskedFor) => heldBy(db, actor, permission, today)
  const reads = await held('report.read')
  const scope = (places: typeof reads, unnamed = false) =>
    scopeOf(db, places, { narrowTo: named, unnamed, today })
  return {
    ...rest,
    period,
    enter: await scope(await held('report.save')),
    check: await scope(await held('report.approve')),
    read: await scope(reads, true),
    duties: {
      answer: reachOf(await scope(await held('duty.answer'))),
      // Whose office decides is above the unit that is looked at
      decide: reachOf(await scopeOf(db, await held('duty.decide'), { ...WIDE, today })),
      follow: reachOf(await scope(await held('duty.read'))),
      narrow: named === null ? null : await listReached(db, [named], today),
    },
    judges: await judgesOf(asking, named),
    home:
      unit ??
      (await firstUnit(
        db,
        reads.flatMap(({ unitId }) => unitId ?? []),
        days.endsOn,
      )),
  }
}

const WIDE = { narrowTo: null, unnamed: false }

/** Duties are of no field of work: what is held in one field alone reaches none. */
function reachOf(scope: Scope): Reach {
  const whole = scope.filter(({ field }) => field === null)
  if (whole.length === 0) return 'none'
  if (whole.some(({ unitIds }) => unitIds === null)) return null
  return new Set(whole.flatMap(({ unitIds }) => [...unitIds!]))
}

async function firstUnit(db: Db, unitIds: readonly number[], day: Day): Promise<string | null> {
  const [first] = unitIds
  return first !== undefined && (await findUnit(db, first)) ? (await unitStateOn(db, first, day)).code : null
}

/** What the office has opened in the units that are looked at. */
export function outstandingOf({
  db,
  view,
  enter,
  read,
  period,
  now,
  today,
}: Question): Promise<Outstanding[]> {
  const scope = view === 'mine' ? enter : read
  if (scope.length === 0) return Promise.resolve([])
  const since = new Date(now.getTime() - LOOKED_AT_DAYS * DAY_MS)
  const within = (unitId: number, field: string | null) => reachesUnit(scope, unitId, field)
  return listOutstanding(db, { since, ...(period && { span: period }) }, { within, today })
}

/** The period by which targets are judged when none is named: this year. */
export const periodOf = ({ period, today }: Question): Period => period ?? parsePeriod(today.slice(0, 4))!
