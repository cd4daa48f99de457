// Rules, gradings, and the lists of their subjects.

import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { listPosted, loadTree, unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, type Request, read, write } from '#platform/http/endpoint.ts'
import { getGradeRules, listGradeRules } from '../api/grade-rules.ts'
import { listYears, type YearsRow } from '../api/grade-years.ts'
import * as api from '../api/gradings.ts'
import { findRules, listKeptRules } from '../store/grade-rules.ts'
import { type DecidedRow, listDecided } from '../store/grading-subjects.ts'
import { type GradingRow, listGradings, updateGrading } from '../store/gradings.ts'
import {
  etagOfGrading,
  getGradingRow,
  gradedUnit,
  groundOfGrading,
  mustBeOpen,
  takeGround,
} from './ground.ts'
import { openGrading, peopleToGrade, unitsToGrade } from './open-grading.ts'
import { GradingProblem } from './problems.ts'
import { unitsWithin } from './rights.ts'
import { namesOf, tellGrading, tellLines, tellRules, tellSubjects, tellYears } from './tell-grading.ts'
import { entryOfGrading, steered } from './traces.ts'

export const atGrading = (may: Permission) => ({
  may,
  at: async (db: Db, { grading }: { grading: string }) => ({
    unit: (await getGradingRow(db, grading)).keeperId,
  }),
})

/** At the keeper; or at a unit, for who reads grades there only. */
async function placeAsked(db: Db, { grading: id, unit }: { grading: string; unit?: string | undefined }) {
  const grading = await getGradingRow(db, id)
  return { unit: unit === undefined ? grading.keeperId : await gradedUnit(db, unit, grading.period) }
}

type Asking = Pick<Request<unknown>, 'actor' | 'today' | 'http'>
export async function answerGrading(db: Db, grading: GradingRow, c: Asking): Promise<api.Grading> {
  c.http.answer.etag = etagOfGrading(grading)
  return tellGrading(db, grading, c)
}

const ruleReadings: Endpoint[] = [
  read(listGradeRules, {
    access: 'signed-in',
    async handle({ db, input: { period, subjects } }) {
      const on = period === undefined ? undefined : readPeriod(period).endsOn
      return { rules: (await listKeptRules(db, { on, subjects })).map(tellRules) }
    },
  }),
  read(getGradeRules, {
    access: 'signed-in',
    async handle({ db, input: { code, version } }) {
      const kept = await findRules(db, code, { version })
      if (!kept) throw GradingProblem.rulesNotFound({ rules: code, period: '' })
      return { version: kept.version, rules: kept.rules }
    },
  }),
]

/** Today's day for a unit that is asked of without a period. */
const onDay = (period: string | undefined, today: string) => (period ? readPeriod(period).endsOn : today)

const readings: Endpoint[] = [
  read(api.listGradings, {
    access: { may: 'grade.read', at: async (db, input) => ({ unit: await unitAsked(db, input) }) },
    async handle({ db, actor, today, input: { after, limit, ...input } }) {
      const unitId = await unitAsked(db, input)
      const { period, subjects, state } = input
      const query = { unitId, on: onDay(period, today), period, subjects, state }
      const page = { after: after === undefined ? undefined : Number(after), limit: limit + 1 }
      const found = await listGradings(db, query, page)
      return {
        gradings: await tellLines(db, found.slice(0, limit)),
        nextCursor: found.length > limit ? String(found[limit - 1]!.id) : null,
        mayOpen: await actor.may(db, 'grading.steer', { unit: unitId }, today),
      }
    },
  }),
  read(api.getGrading, {
    access: { may: 'grade.read', at: placeAsked },
    async handle(c) {
      const grading = await getGradingRow(c.db, c.input.grading)
      const { unit } = await placeAsked(c.db, c.input)
      c.http.answer.etag = etagOfGrading(grading)
      return tellGrading(c.db, grading, c, { isPart: unit !== grading.keeperId })
    },
  }),
  read(api.listGradeSubjects, {
    access: { may: 'grade.read', at: placeAsked },
    async handle({ db, audit, input: { grading: id, unit, group, waiting, after, limit } }) {
      const ground = await groundOfGrading(db, await getGradingRow(db, id))
      const place = await placeAsked(db, { grading: id, unit })
      const isPart = place.unit !== ground.grading.keeperId
      const unitIds = isPart ? await unitsWithin(db, place.unit, ground.period.endsOn) : undefined
      const page = { waiting, after: after === undefined ? undefined : Number(after), limit }
      const { rows, ...told } = await tellSubjects(db, ground, { unitIds, group }, page)
      const people = rows.flatMap(({ personId }) => personId ?? [])
      if (people.length > 0) await audit(entryOfGrading('person.read', ground.grading, { people }))
      return told
    },
  }),
  read(api.previewGrading, {
    access: {
      may: 'grading.steer',
      at: async (db, { keeper, period }) => ({ unit: await gradedUnit(db, keeper, period) }),
    },
    async handle({ db, input: { keeper, period: code, subjects, group } }) {
      const period = readPeriod(code)
      const keeperId = await gradedUnit(db, keeper, code)
      const there =
        subjects === 'units'
          ? await unitsToGrade(db, keeperId, group, period)
          : await peopleToGrade(db, keeperId, { group, period, rules: undefined })
      const groups = Map.groupBy(there, (subject) => subject.group)
      return {
        count: there.length,
        groups: [...groups].map(([name, members]) => ({ group: name, count: members.length })),
        kinds: subjects === 'units' ? [...new Set(there.map(({ title }) => title))].sort() : [],
        rules: (await listKeptRules(db, { on: period.endsOn, subjects })).map(tellRules),
      }
    },
  }),
  read(listYears, {
    access: { may: 'grade.read', at: async (db, input) => ({ unit: await unitAsked(db, input) }) },
    async handle({ db, today, audit, input: { unit, subjects, period, after, limit } }) {
      const unitId = await unitAsked(db, { unit, period })
      const yearsOf = subjects === 'units' ? yearsOfUnits : yearsOfPeople
      const rows = await yearsOf(db, unitId, onDay(period, today))
      const from = rows.filter(({ code }) => after === undefined || code > after)
      const page = from.slice(0, limit)
      const people = page.flatMap(({ person }) => (person === null ? [] : [Number(person)]))
      if (people.length > 0)
        await audit({ action: 'person.read', subject: 'person:0', unitId, details: { years: people } })
      return { rows: page, nextCursor: from.length > limit ? page.at(-1)!.code : null }
    },
  }),
]

async function unitAsked(db: Db, { unit, period }: { unit: string; period?: string | undefined }) {
  if (period !== undefined) return gradedUnit(db, unit, period)
  const found = await unitByCode(db, unit, { startsOn: OPEN_START, endsOn: OPEN_END })
  if (!found) throw GradingProblem.unitNotFound({ code: unit, period: '' })
  return found.id
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)

async function yearsOfUnits(db: Db, unitId: number, on: string): Promise<YearsRow[]> {
  const { hierarchy } = await unitStateOn(db, unitId, on)
  const tree = await loadTree(db, on, hierarchy)
  const ids = tree.units.has(unitId) ? [...tree.subtree(unitId)] : [unitId]
  const decided = Map.groupBy(await listDecided(db, { unitIds: ids }), (row) => row.unitId)
  const names = await namesOf(db, [...decided.keys()], on)
  return [...decided]
    .map(([id, rows]) => {
      const unit = names.get(id)!
      return tellYears({ kind: 'units', ...unit, person: null, unit }, rows)
    })
    .sort(byCode)
}

/** Nobody looks at more people at once. */
const MOST_PEOPLE = 5_000
async function yearsOfPeople(db: Db, unitId: number, on: string): Promise<YearsRow[]> {
  const unitIds = await unitsWithin(db, unitId, on)
  const people = await listPosted(db, { unitIds, on }, { after: undefined, limit: MOST_PEOPLE })
  const all = await listDecided(db, { personIds: people.map(({ id }) => id) })
  const decided: Map<number | null, DecidedRow[]> = Map.groupBy(all, (row) => row.personId)
  return people.map(({ id, code, name, posts }) => {
    const { unitCode, unitName } = posts[0]!
    const unit = { code: unitCode, name: unitName }
    return tellYears({ kind: 'people', code, name, person: String(id), unit }, decided.get(id) ?? [])
  })
}

const steering: Endpoint[] = [
  write(api.openGrading, {
    access: {
      may: 'grading.steer',
      at: async (db, { keeper, period }) => ({ unit: await gradedUnit(db, keeper, period) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { id, subjects } = await openGrading(c.tx, c.input, { by: c.actor.name, at: c.now })
      const grading = await getGradingRow(c.tx, String(id))
      await c.audit(
        entryOfGrading('grading.steer', grading, { before: null, after: steered(grading), subjects }),
      )
      return answerGrading(c.tx, grading, c)
    },
  }),
  write(api.changeGrading, {
    access: atGrading('grading.steer'),
    idempotency: 'required',
    async handle(c) {
      const { grading: id, name, ...days } = c.input
      const ground = await takeGround(c.tx, id, c.http.header('if-match'))
      mustBeOpen(ground)
      await updateGrading(c.tx, ground.grading.id, { name, days })
      const after = await getGradingRow(c.tx, id)
      const details = { before: steered(ground.grading), after: steered(after) }
      await c.audit(entryOfGrading('grading.steer', after, details))
      return answerGrading(c.tx, after, c)
    },
  }),
  write(api.closeGrading, {
    access: atGrading('grading.steer'),
    idempotency: 'required',
    async handle(c) {
      const ground = await takeGround(c.tx, c.input.grading, c.http.header('if-match'))
      mustBeOpen(ground)
      const [{ counts }] = (await tellLines(c.tx, [ground.grading])) as [api.GradingLine]
      const open = counts.subjects - counts.decided
      if (open > 0 && !c.input.anyway) throw GradingProblem.undecided({ count: String(open) })
      await updateGrading(c.tx, ground.grading.id, { state: 'closed' })
      const after = await getGradingRow(c.tx, c.input.grading)
      await c.audit(entryOfGrading('grading.steer', after, { before: 'open', after: 'closed', open }))
      return answerGrading(c.tx, after, c)
    },
  }),
  write(api.reopenGrading, {
    access: atGrading('grading.steer'),
    idempotency: 'required',
    async handle(c) {
      const { grading } = await takeGround(c.tx, c.input.grading, c.http.header('if-match'))
      if (grading.state === 'open') throw GradingProblem.notClosed()
      await updateGrading(c.tx, grading.id, { state: 'open' })
      const after = await getGradingRow(c.tx, c.input.grading)
      const details = { before: 'closed', after: 'open', reason: c.input.reason }
      await c.audit(entryOfGrading('grading.steer', after, details))
      return answerGrading(c.tx, after, c)
    },
  }),
]

/** Rules, gradings and their lists. */
export const gradingEndpoints: Endpoint[] = [...ruleReadings, ...readings, ...steering]
