// What was done in a period below a unit: one by one, and added up.

import type { Period } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { listUnitNames, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Activity, OutreachCounts } from '../api/outreach.ts'
import { OutreachProblem } from '../problems.ts'
import { addCounts, countBy, type Tallied } from '../rules/tally.ts'
import { OUTREACH_FORMS, type OutreachForm } from '../schema.ts'
import { listActivities, type StoredActivity } from '../store/activities.ts'
import { tallyBelow } from '../store/counts.ts'
import { programmeNames, tellActivities } from './names.ts'

export type Place = { unitId: number; period: Period }

/** The unit that held a code at the period's end, or last inside it. @throws outreach.unitNotFound, period.malformed */
export async function placeOf(db: Db, unit: string, periodCode: string): Promise<Place> {
  const period = readPeriod(periodCode)
  const found = await unitByCode(db, unit, period)
  if (!found) throw OutreachProblem.unitNotFound({ code: unit, on: period.endsOn })
  return { unitId: found.id, period }
}

type ListAsked = {
  form?: OutreachForm | undefined
  programme?: string | undefined
  after?: string | undefined
  limit: number
}

/** One page of activities, the newest first. An unknown cursor begins anew. */
export async function readList(db: Db, { unitId, period }: Place, asked: ListAsked) {
  const { startsOn, endsOn } = period
  const { form = null, programme = null, limit } = asked
  const after = readCursor(asked.after)
  const query = { unitId, startsOn, endsOn, form, programme, after, limit: limit + 1 }
  const found = await listActivities(db, query)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    unit: await nameOf(db, { unitId, period }),
    activities: await tellActivities(db, page),
    nextCursor: last ? `${last.heldOn}_${last.key}` : null,
  }
}

function readCursor(text: string | undefined) {
  const match = /^(\d{4}-\d\d-\d\d)_(.+)$/.exec(text ?? '')
  return match && { heldOn: match[1]!, key: match[2]! }
}

/** What a period came to. The unit's own activities stand after the units below it. */
export async function readCounts(db: Db, { unitId, period }: Place): Promise<OutreachCounts> {
  const { startsOn, endsOn } = period
  const tallied = await tallyBelow(db, { unitId, startsOn, endsOn })
  const children = [...new Set(tallied.flatMap(({ childId }) => childId ?? []))]
  const own = await nameOf(db, { unitId, period })
  const named = (await listUnitNames(db, children, endsOn)).map(({ id, code, name }) => ({
    id: String(id),
    code,
    name,
  }))
  const unitRows = named
    .map((unit) => ({ unit, isOwn: false, of: tallied.filter(({ childId }) => String(childId) === unit.id) }))
    .toSorted((a, b) => compareCodes(a.unit.code, b.unit.code))
  const ownRow = { unit: own, isOwn: true, of: tallied.filter(({ childId }) => childId === null) }
  return {
    unit: own,
    total: addCounts(tallied),
    forms: byForm(tallied),
    units: [...unitRows, ...(ownRow.of.length > 0 ? [ownRow] : [])].map(({ unit, isOwn, of }) => ({
      unit,
      isOwn,
      ...addCounts(of),
      forms: byForm(of),
    })),
    programmes: await byProgramme(db, tallied),
  }
}

const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of the forms; those without an activity are left out. */
function byForm(tallied: readonly Tallied[]) {
  const counts = countBy(tallied, ({ form }) => form)
  return OUTREACH_FORMS.flatMap((form) => {
    const count = counts.get(form)
    return count ? [{ form, ...count }] : []
  })
}

/** In the order of the programmes; what belongs to none is last. */
async function byProgramme(db: Db, tallied: readonly Tallied[]) {
  const counts = countBy(tallied, ({ programme }) => programme)
  const rows = [...(await programmeNames(db)).values()].flatMap((programme) => {
    const count = counts.get(programme.slug)
    return count ? [{ programme, ...count }] : []
  })
  const none = counts.get(null)
  return [...rows, ...(none ? [{ programme: null, ...none }] : [])]
}

async function nameOf(db: Db, { unitId, period }: Place) {
  const [named] = await listUnitNames(db, [unitId], period.endsOn)
  return { id: String(unitId), code: named!.code, name: named!.name }
}

/** A recorded activity as the list tells it. */
export async function tellStored(db: Db, stored: StoredActivity): Promise<Activity> {
  const [told] = await tellActivities(db, [{ ...stored, key: stored.id, link: null }])
  return told!
}
