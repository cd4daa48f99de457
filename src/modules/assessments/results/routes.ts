import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { csvFile, xlsxFile } from '#platform/files/table-file.ts'
import { type Endpoint, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/results.ts'
import { atKeeper } from '../scoring/asking.ts'
import { getRound } from '../scoring/ground.ts'
import { etagOfRound } from '../scoring/move-round.ts'
import { unitIn } from '../scoring/open-round.ts'
import { RoundProblem } from '../scoring/problems.ts'
import { listPublished } from '../store/result-sums.ts'
import { findPart } from '../store/results.ts'
import { publishExternal } from './external.ts'
import { ResultProblem } from './problems.ts'
import { publishRound } from './publish.ts'
import { readResult, readYears } from './read.ts'
import { rankingTable } from './table.ts'
import { getPublished, type Published, tellLine } from './tell.ts'
import { entryOfResult } from './traces.ts'
import { tellChanges, tellWhy } from './why.ts'

/** A country's communes are 3,321. */
const WHOLE = { after: undefined, limit: 20_000 }

const asked = (db: Db, { round, version }: { round: string; version?: number | undefined }) =>
  getPublished(db, round, version)

async function publishedBy(db: Db, query: { scheme?: string | undefined; period?: string | undefined }) {
  const ids = await listPublished(db, query)
  return Promise.all(ids.map((id) => getPublished(db, String(id))))
}

/** Whether a unit takes part, by the code that it had on the last day of the period. */
const hasUnit = async (db: Db, { result }: Published, code: string) =>
  (await findPart(db, result.id, code)) !== undefined

const table = async ({ db, input, lang }: ReadContext<{ round: string; version?: number | undefined }>) =>
  rankingTable(await readResult(db, await asked(db, input), WHOLE), lang)

// What is published is for everybody
const readings: Endpoint[] = [
  read(api.listResults, {
    access: 'anyone',
    async handle({ db, input: { unit, ...query } }) {
      const all = await publishedBy(db, query)
      const results: api.ResultLine[] = []
      for (const one of all)
        if (unit === undefined || (await hasUnit(db, one, unit))) results.push(await tellLine(db, one))
      return { results }
    },
  }),
  read(api.getResultCsv, { access: 'anyone', handle: async (c) => csvFile(await table(c)) }),
  read(api.getResultXlsx, { access: 'anyone', handle: async (c) => xlsxFile(await table(c)) }),
  read(api.getResultChanges, {
    access: 'anyone',
    handle: async ({ db, input }) => tellChanges(db, await asked(db, input)),
  }),
  read(api.getWhy, {
    access: 'anyone',
    handle: async ({ db, input }) => tellWhy(db, await asked(db, input), input.unit),
  }),
  read(api.getResult, {
    access: 'anyone',
    handle: async ({ db, input }) => readResult(db, await asked(db, input), input),
  }),
  read(api.listUnitResults, {
    access: 'anyone',
    async handle({ db, input: { unit: code } }) {
      const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: OPEN_END })
      if (!unit) throw ResultProblem.unitNotFound({ unit: code })
      return readYears(db, unit.id)
    },
  }),
]

const publishing: Endpoint[] = [
  write(api.publishRound, {
    access: atKeeper('result.publish'),
    idempotency: 'required',
    async handle(c) {
      const { round: id, ...decision } = c.input
      const ifMatch = c.http.header('if-match')?.replace(/^W\//, '')
      if (ifMatch !== undefined && ifMatch !== etagOfRound(await getRound(c.tx, id)))
        throw RoundProblem.stale()
      const { round, result } = await publishRound(c.tx, Number(id), decision, publisherOf(c))
      await c.audit(entryOfResult(round, result))
      return tellLine(c.tx, await getPublished(c.tx, id))
    },
  }),
  write(api.publishExternal, {
    access: {
      may: 'result.publish',
      at: async (db, { keeper, period }) => ({ unit: await unitIn(db, keeper, period) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { round, result } = await publishExternal(c.tx, c.input, publisherOf(c))
      await c.audit(entryOfResult(round, result))
      return tellLine(c.tx, await getPublished(c.tx, String(round.id)))
    },
  }),
]

const publisherOf = ({ actor, now, today }: Pick<ReadContext<unknown>, 'actor' | 'now' | 'today'>) => ({
  by: actor.name,
  for: actor.onBehalfOf,
  at: now,
  today,
})

/** Published results: read by everybody, published by whoever steers the round. */
export const resultEndpoints: Endpoint[] = [...readings, ...publishing]
