import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/feed.ts'
import { atKeeper } from '../scoring/asking.ts'
import { getRound, groundOf } from '../scoring/ground.ts'
import { RoundProblem } from '../scoring/problems.ts'
import { takeRound } from '../store/rounds.ts'
import { countStates, isFeedOpen, lookAtFeed, writeFeed } from './feed.ts'

/** What the program's own records say of a round's criteria. */
export const feedEndpoints: Endpoint[] = [
  read(api.previewFeed, {
    access: atKeeper('score.feed'),
    async handle({ db, input, today }) {
      const ground = await groundOf(db, await getRound(db, input.round))
      const { cells, criteria, unfit } = await lookAtFeed(db, ground, today, input.unit)
      const isOpen = isFeedOpen(ground.round.state)
      const told = cells.map(({ unitId: _, ...cell }) => cell)
      return { cells: told, criteria, unfit, counts: countStates(cells), isOpen }
    },
  }),
  write(api.writeFeed, {
    access: atKeeper('score.feed'),
    idempotency: 'required',
    async handle({ tx, input, now, today, ...c }) {
      const round = await takeRound(tx, Number(input.round))
      if (!round) throw RoundProblem.notFound()
      const ground = await groundOf(tx, round)
      const { cells, criteria, unfit, written } = await writeFeed(tx, ground, { at: now, today })
      const counts = countStates(cells)
      const codes = new Map(cells.map(({ unitId, unit }) => [unitId, unit.code]))
      if (written.length === 0) c.discard()
      else
        await c.audit({
          action: 'score.feed',
          subject: `round:${round.id}`,
          unitId: round.keeperId,
          details: {
            scheme: round.scheme,
            period: round.period,
            counts,
            cells: written.map((one) => [codes.get(one.unitId), one.criterion, one.input]),
          },
        })
      return { criteria, unfit, counts, written: written.length }
    },
  }),
]
