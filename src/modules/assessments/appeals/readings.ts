import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from '../api/appeals.ts'
import { entryOfReading } from '../grading/traces.ts'
import { ResultProblem } from '../results/problems.ts'
import { getRound, groundOf } from '../scoring/ground.ts'
import { listAppealRows, listDecided } from '../store/appeals.ts'
import { listResultsOf } from '../store/results.ts'
import { etagOfAppeal } from './assign.ts'
import { getAppealRow, matterIn } from './matter.ts'
import { candidates, type RoleMay } from './owners.ts'
import { atKeeper, letRead, tellTo } from './places.ts'
import { questionOf } from './question.ts'
import { tellLines } from './tell.ts'

/** The unit that held a code last. */
async function unitNamed(db: Db, code: string) {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: OPEN_END })
  if (!unit) throw ResultProblem.unitNotFound({ unit: code })
  return unit
}

export const appealReadings = (roleMay: RoleMay): Endpoint[] => [
  read(api.listAppeals, {
    access: { may: 'score.read', at: async (db, { unit }) => ({ unit: (await unitNamed(db, unit)).id }) },
    async handle({ db, input, today, actor }) {
      const { id: unitId } = await unitNamed(db, input.unit)
      const query = {
        unitId,
        on: today,
        state: input.state,
        roundId: input.round === undefined ? undefined : Number(input.round),
        kinds: (await actor.may(db, 'grade.read', { unit: unitId }, today))
          ? (['score', 'grade'] as const)
          : (['score'] as const),
      }
      const rows = await listAppealRows(db, query, {
        after: readCursor(input.after),
        limit: input.limit + 1,
      })
      const page = rows.slice(0, input.limit)
      const last = rows.length > input.limit ? page.at(-1) : undefined
      return {
        appeals: await tellLines(db, page, { actor, today }),
        nextCursor: last ? `${last.rank}_${last.dueOn}_${last.id}` : null,
      }
    },
  }),
  read(api.getAppeal, {
    // At the unit, or as the subject or the owner: `letRead`
    access: 'signed-in',
    async handle(c) {
      const { row, question } = await letRead(c.db, c.input.appeal, c)
      const { grade } = question
      if (grade?.personId != null)
        await c.audit(entryOfReading(grade.personId, grade.unitId, `appeal:${row.id}`))
      c.http.answer.etag = etagOfAppeal(row)
      return tellTo(c.db, row, c)
    },
  }),
  read(api.listOwners, {
    access: atKeeper('appeal.assign'),
    async handle({ db, input, today }) {
      const row = await getAppealRow(db, input.appeal)
      const found = await candidates(db, await questionOf(db, row), { roleMay, today })
      return { owners: found.map(({ username, name }) => ({ username, name })) }
    },
  }),
  read(api.listDecidedAppeals, {
    access: 'anyone',
    async handle({ db, input }) {
      const round = await getRound(db, input.round)
      const ground = await groundOf(db, round)
      const results = await listResultsOf(db, [round.id])
      const appeals = await Promise.all(
        (await listDecided(db, round.id)).map(async (row) => {
          const { subject, criterion } = await matterIn(db, ground, row)
          return {
            unit: { code: subject.code, name: subject.name },
            criterion,
            outcome: row.state as 'upheld' | 'rejected',
            number: row.number,
            decidedOn: row.decidedOn!,
            reason: row.reason,
            version: results.find(({ id }) => id === row.newResultId)?.ordinal ?? null,
          }
        }),
      )
      return { appeals }
    },
  }),
]

function readCursor(text: string | undefined) {
  const match = /^([01])_(\d{4}-\d\d-\d\d)_(\d{1,9})$/.exec(text ?? '')
  return match && { rank: Number(match[1]), dueOn: match[2]!, id: Number(match[3]) }
}
