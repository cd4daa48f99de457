// Criteria fed from the program's own records: what they give now beside what is said, and writing it.

import type { Day } from '#kernel/day.ts'
import { exactText } from '#kernel/exact.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { FedCell, FeedState } from '../api/feed.ts'
import type { Counted } from '../api/score-shapes.ts'
import { inputOf, isFeedable } from '../rules/feed.ts'
import type { RoundState } from '../schema.ts'
import type { Ground } from '../scoring/ground.ts'
import { listSubjectIds, listSubjectsById, type SubjectRow } from '../store/round-subjects.ts'
import { type Saying, say } from '../store/said.ts'
import { type Fact, listFacts } from '../store/said-reading.ts'
import { countedOf, countOf } from './count.ts'
import { FeedProblem } from './problems.ts'

/** Later, what the system counted stays as it was judged. */
export const isFeedOpen = (state: RoundState): boolean => state === 'self' || state === 'verify'

export type Fed = { cells: (FedCell & { unitId: number })[]; criteria: number; unfit: string[] }

/**
 * What the records give for each criterion that names a source, unit by unit.
 * @param only one subject's code; all when left out
 */
export async function lookAtFeed(db: Db, ground: Ground, today: Day, only?: string): Promise<Fed> {
  const { round, period, ready } = ground
  const all = await listSubjectsById(db, round.id, await listSubjectIds(db, round.id))
  const subjects = all
    .filter(({ code }) => only === undefined || code === only)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const sourced = [...ready.criterionOf.values()].filter(({ criterion }) => criterion.source)
  const fit = sourced.filter(({ criterion }) => isFeedable(criterion.rule))
  const facts = Map.groupBy(
    await listFacts(
      db,
      round,
      subjects.map(({ unitId }) => unitId),
      fit.map(({ criterion }) => criterion.code),
    ),
    ({ unitId, criterion }) => `${unitId} ${criterion}`,
  )
  const cells: Fed['cells'] = []
  for (const known of fit) {
    const source = known.criterion.source!
    const found = await countOf(db, source, { subjects, period, today })
    for (const subject of subjects) {
      const one = found.get(subject.unitId)
      const counted = one ? countedOf(source.type, one, today) : null
      const input = one ? inputOf(known.criterion.rule, one.tally) : null
      const said = facts.get(`${subject.unitId} ${known.criterion.code}`) ?? []
      cells.push(cellOf({ subject, known, counted, input, said }))
    }
  }
  const unfit = sourced.filter(({ criterion }) => !isFeedable(criterion.rule))
  return { cells, criteria: sourced.length, unfit: unfit.map(({ criterion }) => criterion.code) }
}

type Known = Ground['ready']['criterionOf'] extends ReadonlyMap<string, infer T> ? T : never
function cellOf(of: {
  subject: SubjectRow
  known: Known
  counted: Counted | null
  input: Record<string, unknown> | null
  said: readonly Fact[]
}): Fed['cells'][number] {
  const { subject, known, counted, input, said } = of
  const { criterion } = known
  const scored = input && known.prepared.score(JSON.stringify(input))
  return {
    unitId: subject.unitId,
    unit: { code: subject.code, name: subject.name },
    criterion: { code: criterion.code, name: criterion.name },
    state: stateOf(counted, input, said),
    counted: input && counted,
    input,
    points: scored?.kind === 'scored' ? exactText(scored.points) : null,
    max: criterion.max,
  }
}

function stateOf(counted: Counted | null, input: object | null, said: readonly Fact[]): FeedState {
  if (!counted || !input) return 'nothing'
  if (said.some(({ stage }) => stage === 're-verified' || stage === 'final')) return 'reviewed'
  const before = said.find(({ stage }) => stage === 'verified')
  if (!before) return 'new'
  const source = before.source === null ? null : (JSON.parse(before.source) as Counted)
  return source?.sha256 === counted.sha256 && before.input === JSON.stringify(input) ? 'same' : 'changed'
}

export function countStates(cells: readonly FedCell[]): Record<FeedState, number> {
  const counts = { new: 0, changed: 0, same: 0, nothing: 0, reviewed: 0 }
  for (const { state } of cells) counts[state] += 1
  return counts
}

/**
 * Says as verified what the records give. The same again writes nothing; what somebody looked at again stays theirs.
 * @throws feed.notNow, feed.noSource
 */
export async function writeFeed(
  tx: Tx,
  ground: Ground,
  { at, today }: { at: Date; today: Day },
): Promise<Fed & { written: Saying[] }> {
  const { round } = ground
  if (!isFeedOpen(round.state)) throw FeedProblem.notNow({ state: round.state })
  const fed = await lookAtFeed(tx, ground, today)
  if (fed.criteria === 0) throw FeedProblem.noSource()
  const written = fed.cells
    .filter(({ state }) => state === 'new' || state === 'changed')
    .map(
      ({ unitId, criterion, input, counted }): Saying => ({
        scheme: round.scheme,
        period: round.period,
        unitId,
        criterion: criterion.code,
        stage: 'verified',
        input: JSON.stringify(input),
        source: JSON.stringify(counted),
      }),
    )
  await say(tx, written, { by: 'songma', byId: null, for: null, at })
  return { ...fed, written }
}
