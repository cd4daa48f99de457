import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Request, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/rounds.ts'
import { listSubjects } from '../store/round-subjects.ts'
import { listRounds, type RoundRow } from '../store/rounds.ts'
import { atAny, atKeeper } from './asking.ts'
import { getRound, groundOf } from './ground.ts'
import { changeRound, etagOfRound, moveRound, returnSubject } from './move-round.ts'
import { membersOf, openRound, unitIn, unitsBelow } from './open-round.ts'
import { RoundProblem } from './problems.ts'
import type { Asking } from './rights.ts'
import { tellLines, tellRound, tellSubjects } from './tell-round.ts'
import { entryOfRound, entryOfSheet } from './traces.ts'

/** Names that a preview lists. */
const NAMED = 50

/** Whoever held a code in the period, else held it last. @throws round.unitNotFound */
async function unitAsked(db: Db, code: string, period: string | undefined): Promise<number> {
  const spans = [parsePeriod(period ?? ''), { startsOn: OPEN_START, endsOn: OPEN_END }]
  for (const days of spans) {
    const unit = days && (await unitByCode(db, code, days))
    if (unit) return unit.id
  }
  throw RoundProblem.unitNotFound({ code, period: period ?? '' })
}

const readings: Endpoint[] = [
  read(api.listRounds, {
    access: {
      may: 'score.read',
      at: async (db, { unit, period }) => ({ unit: await unitAsked(db, unit, period) }),
    },
    async handle({ db, today, input: { unit, period, scheme, state, after, limit } }) {
      const unitId = await unitAsked(db, unit, period)
      const on = parsePeriod(period ?? '')?.endsOn ?? today
      const query = { unitId, on, period, scheme, state }
      const page = { after: after === undefined ? undefined : Number(after), limit: limit + 1 }
      const rows = await listRounds(db, query, page)
      const rounds = rows.slice(0, limit)
      return {
        rounds: await tellLines(db, rounds),
        nextCursor: rows.length > limit ? String(rounds.at(-1)!.id) : null,
      }
    },
  }),
  read(api.getRound, {
    access: atAny('score.read'),
    handle: async (c) => tell(c.db, await getRound(c.db, c.input.round), c),
  }),
  read(api.listSubjects, {
    access: atAny('score.read'),
    async handle({ db, input: { round, waiting, after, limit } }) {
      const ground = await groundOf(db, await getRound(db, round))
      const rows = await listSubjects(db, ground.round.id, { waiting, after, limit: limit + 1 })
      const subjects = rows.slice(0, limit)
      return {
        subjects: await tellSubjects(db, ground, subjects),
        nextCursor: rows.length > limit ? subjects.at(-1)!.code : null,
      }
    },
  }),
  read(api.previewSubjects, {
    access: {
      may: 'round.steer',
      at: async (db, { keeper, period }) => ({ unit: await unitIn(db, keeper, period) }),
    },
    async handle({ db, input: { keeper, period: code, group } }) {
      const period = readPeriod(code)
      const there = await unitsBelow(db, await unitIn(db, keeper, code), period.endsOn)
      const members = membersOf(group, there, period)
      const kinds = new Set(there.below.map(({ id }) => there.tree.units.get(id)!.kind))
      return {
        count: members.length,
        units: members.slice(0, NAMED).map(({ code, name }) => ({ code, name })),
        kinds: [...kinds].sort(),
      }
    },
  }),
]

/** The round with its areas, what the caller may do, and its entity tag. */
async function tell(db: Db, row: RoundRow, c: Asking & Pick<Request<unknown>, 'http'>): Promise<api.Round> {
  c.http.answer.etag = etagOfRound(row)
  return tellRound(db, row, c)
}

const steering: Endpoint[] = [
  write(api.openRound, {
    access: {
      may: 'round.steer',
      at: async (db, { keeper, period }) => ({ unit: await unitIn(db, keeper, period) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { id, subjects } = await openRound(c.tx, c.input, { by: c.actor.name, at: c.now })
      const row = await getRound(c.tx, String(id))
      await c.audit(entryOfRound(null, row, { subjects }))
      return tell(c.tx, row, c)
    },
  }),
  write(api.changeRound, {
    access: atKeeper('round.steer'),
    idempotency: 'required',
    async handle(c) {
      const { round, ...changes } = c.input
      const { before, after } = await changeRound(c.tx, Number(round), changes, c.http.header('if-match'))
      await c.audit(entryOfRound(before, after))
      return tell(c.tx, after, c)
    },
  }),
  write(api.moveRound, {
    access: atKeeper('round.steer'),
    idempotency: 'required',
    async handle(c) {
      const { round, reason, ...move } = c.input
      const asked = { ...move, reason, ifMatch: c.http.header('if-match'), at: c.now }
      const { before, after, unsent } = await moveRound(c.tx, Number(round), asked)
      await c.audit(entryOfRound(before, after, { reason, anyway: move.anyway, unsent }))
      return tell(c.tx, after, c)
    },
  }),
  write(api.returnSubject, {
    access: atKeeper('round.steer'),
    idempotency: 'required',
    async handle(c) {
      const { round: id, unit, reason } = c.input
      const { round, subject } = await returnSubject(c.tx, Number(id), unit)
      const ground = await groundOf(c.tx, round)
      await c.audit(entryOfSheet('round.steer', { ground, subject }, { returned: round.state, reason }))
      return (await tellSubjects(c.tx, ground, [subject]))[0]!
    },
  }),
]

/** Rounds of scoring: opened, followed, moved from step to step. */
export const roundEndpoints: Endpoint[] = [...readings, ...steering]
