import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/scoring.ts'
import type { Area } from '../schema.ts'
import { listSubjects } from '../store/round-subjects.ts'
import { atAny, atKeeper, sayerOf, takeFor } from './asking.ts'
import { getRound, groundOf } from './ground.ts'
import { areaOf, readQueue } from './queue.ts'
import { rightsIn } from './rights.ts'
import { decideMany, verifyMany } from './say-many.ts'
import { tellHead } from './sheet.ts'
import { tellTable } from './table.ts'
import { tellCell, tellCriterion } from './tell.ts'
import { entryOfMany } from './traces.ts'
import { cellOf } from './view.ts'

const tellArea = ({ code, name, max, verifier = '', field }: Area) => ({
  code,
  name,
  max,
  verifier,
  field: field ?? null,
})

const readings: Endpoint[] = [
  read(api.getQueue, {
    access: atAny('score.verify'),
    async handle({ db, actor, today, input: { round, ...asked } }) {
      const ground = await groundOf(db, await getRound(db, round))
      const area = areaOf(ground, asked.area)
      const queue = await readQueue(db, ground, rightsIn(db, ground, { actor, today }), asked)
      const criteria = area.criteria.map(tellCriterion)
      return { round: tellHead(ground), area: tellArea(area), criteria, ...queue }
    },
  }),
  read(api.getTable, {
    access: atKeeper('score.read'),
    async handle({ db, input: { round, after, limit } }) {
      const ground = await groundOf(db, await getRound(db, round))
      const rows = await listSubjects(db, ground.round.id, { after, limit: limit + 1 })
      const page = rows.slice(0, limit)
      return {
        round: tellHead(ground),
        areas: ground.ready.scheme.areas.map(tellArea),
        rows: await tellTable(db, ground, page),
        nextCursor: rows.length > limit ? page.at(-1)!.code : null,
      }
    },
  }),
]

const deciding: Endpoint[] = [
  write(api.verifyMany, {
    // Held above each subject, in the field of each area: asked for cell by cell.
    access: atAny('score.verify'),
    idempotency: 'required',
    async handle(c) {
      const { round, take, cells } = c.input
      const codes = cells.map(({ unit }) => unit)
      const taken = await takeFor(c.tx, round, codes, c)
      const { stage, said, count, views } = await verifyMany(c.tx, taken, { take, cells }, sayerOf(c))
      if (count === 0) c.discard()
      else await c.audit(entryOfMany('score.verify', taken.ground.round, said, { stage, take }))
      const viewOf = new Map(views.map((view) => [view.subject.code, view]))
      return {
        cells: said.map(({ unit, criterion }) => ({
          unit,
          ...tellCell(cellOf(viewOf.get(unit)!, criterion)),
        })),
      }
    },
  }),
  write(api.decideMany, {
    access: atKeeper('score.decide'),
    idempotency: 'required',
    async handle(c) {
      const { round, units, cells } = c.input
      const taken = await takeFor(c.tx, round, [...units, ...cells.map(({ unit }) => unit)], c)
      const { said, count, open } = await decideMany(c.tx, taken, { units, cells }, sayerOf(c))
      if (count === 0) c.discard()
      else await c.audit(entryOfMany('score.decide', taken.ground.round, said, { open }))
      return { decided: count, open }
    },
  }),
]

/** Queues of verifiers and the council's table. */
export const reviewEndpoints: Endpoint[] = [...readings, ...deciding]
