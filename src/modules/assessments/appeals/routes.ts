import { type Endpoint, type WriteContext, write } from '#platform/http/endpoint.ts'
import * as api from '../api/appeals.ts'
import { entryOfResult } from '../results/traces.ts'
import { atSubject, sayerOf } from '../scoring/asking.ts'
import { rightsIn } from '../scoring/rights.ts'
import { type AppealRow, findAppeal, setWithdrawn } from '../store/appeals.ts'
import { assignAppeal, etagOfAppeal, takeOpen } from './assign.ts'
import { decideAppeal } from './decide.ts'
import { fileAppeal } from './file.ts'
import { matterOf } from './matter.ts'
import { type RoleMay, standApart } from './owners.ts'
import { aboveSubject, atKeeper, atUnit, tellTo, whoIs } from './places.ts'
import { AppealProblem } from './problems.ts'
import { appealReadings } from './readings.ts'
import { entryOfAppeal } from './traces.ts'

async function answer(c: WriteContext<unknown>, row: AppealRow) {
  c.http.answer.etag = etagOfAppeal(row)
  return tellTo(c.tx, row, c)
}

const writings = (roleMay: RoleMay): Endpoint[] => [
  write(api.fileAppeal, {
    access: atSubject('appeal.file'),
    idempotency: 'required',
    async handle(c) {
      const row = await fileAppeal(c.tx, c.input, { ...sayerOf(c), today: c.today })
      await c.audit(entryOfAppeal('appeal.file', null, row))
      return answer(c, row)
    },
  }),
  write(api.assignAppeal, {
    access: atKeeper('appeal.assign'),
    idempotency: 'required',
    async handle(c) {
      const asked = { ...c.input, ifMatch: c.http.header('if-match') }
      const assigner = { by: c.actor.name, at: c.now, today: c.today, roleMay }
      const { before, after } = await assignAppeal(c.tx, asked, assigner)
      await c.audit(entryOfAppeal('appeal.assign', before, after))
      return answer(c, after)
    },
  }),
  write(api.decideAppeal, {
    access: aboveSubject,
    idempotency: 'required',
    async handle(c) {
      const before = await takeOpen(c.tx, c.input.appeal, c.http.header('if-match'))
      if (before.state !== 'assigned') throw AppealProblem.notAssigned()
      if (before.ownerId !== c.actor.id) throw AppealProblem.notOwner()
      const matter = await matterOf(c.tx, before)
      if (!(await standApart(c.tx, before, matter, await whoIs(c.tx, c.actor), c.today)))
        throw AppealProblem.notApart()
      const rights = rightsIn(c.tx, matter.ground, c)
      const who = { ...sayerOf(c), today: c.today }
      const { appeal, result, said } = await decideAppeal(
        c.tx,
        { appeal: before, matter, rights },
        c.input,
        who,
      )
      await c.audit(entryOfAppeal('appeal.decide', before, appeal, said))
      if (result) await c.audit(entryOfResult(matter.ground.round, result))
      return answer(c, appeal)
    },
  }),
  write(api.withdrawAppeal, {
    access: atUnit('appeal.file'),
    idempotency: 'required',
    async handle(c) {
      const before = await takeOpen(c.tx, c.input.appeal, c.http.header('if-match'))
      await setWithdrawn(c.tx, before.id, c.now)
      const after = (await findAppeal(c.tx, before.id))!
      await c.audit(entryOfAppeal('appeal.file', before, after))
      return answer(c, after)
    },
  }),
]

/** Appeals: filed, given to an owner, decided. */
export const appealEndpoints = (roleMay: RoleMay): Endpoint[] => [
  ...appealReadings(roleMay),
  ...writings(roleMay),
]
