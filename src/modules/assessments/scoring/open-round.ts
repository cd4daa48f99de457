// Who takes part in a round, and its opening.

import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { loadTree, type Tree, unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { RoundDays } from '../api/rounds.ts'
import { loadReadyScheme } from '../store/ready-schemes.ts'
import { insertSubjects, listTaken } from '../store/round-subjects.ts'
import { insertRound } from '../store/rounds.ts'
import type { Said } from '../store/said-reading.ts'
import { RoundProblem } from './problems.ts'

/** Faults that are listed one by one. */
const LISTED = 100

type Named = { id: number; code: string; name: string }

/** Whoever held a code in a period. @throws period.malformed, round.unitNotFound */
export async function unitIn(db: Db, code: string, periodCode: string): Promise<number> {
  const period = readPeriod(periodCode)
  const unit = await unitByCode(db, code, period)
  if (!unit) throw RoundProblem.unitNotFound({ code, period: period.code })
  return unit.id
}

/** Who may take part: all that stand below the keeper on the period's last day, in the tree in which it stands. */
export async function unitsBelow(
  db: Db,
  keeperId: number,
  on: Day,
): Promise<{ keeper: Named; tree: Tree; below: Named[] }> {
  const { code, name, hierarchy } = await unitStateOn(db, keeperId, on)
  const tree = await loadTree(db, on, hierarchy)
  const ids = tree.units.has(keeperId) ? tree.subtree(keeperId).slice(1) : []
  return { keeper: { id: keeperId, code, name }, tree, below: ids.map((id) => named(tree, id)) }
}

const named = (tree: Tree, id: number): Named => {
  const { code, name } = tree.units.get(id)!
  return { id, code, name }
}

/**
 * Those of the units below that a group means: a kind, or a unit by its code with all below it; '' is all.
 * @throws round.groupNotFound
 */
export function membersOf(
  group: string,
  { keeper, tree, below }: Awaited<ReturnType<typeof unitsBelow>>,
  period: Pick<Period, 'code'>,
): Named[] {
  if (group === '') return below
  const ofKind = below.filter(({ id }) => tree.units.get(id)!.kind === group)
  if (ofKind.length > 0) return ofKind
  const top = [keeper, ...below].find(({ code }) => code === group)
  if (!top || !tree.units.has(top.id)) throw RoundProblem.groupNotFound({ group, period: period.code })
  const members = new Set(tree.subtree(top.id))
  return below.filter(({ id }) => members.has(id))
}

export type RoundDraft = RoundDays & {
  scheme: string
  period: string
  name: string
  /** A code, as held in the period. */
  keeper: string
  /** A kind, a unit's code, or '' for the given units, and for all below the keeper when none are given. */
  group: string
  units?: readonly string[] | undefined
}

/**
 * Opens a round in state self. The right at the keeper and the audit entry are the caller's to see to.
 *
 * @returns its id, and the codes of those who take part
 * @throws period.malformed, round.unitNotFound, round.schemeNotFound, round.ofPeople, round.ofOthers,
 *   round.groupNotFound, round.empty, round.exists, round.refused with a fault for each unit
 */
export async function openRound(
  tx: Tx,
  { keeper: keeperCode, units, ...draft }: RoundDraft,
  who: { by: string; at: Date },
): Promise<{ id: number; subjects: string[] }> {
  const period = readPeriod(draft.period)
  const keeperId = await unitIn(tx, keeperCode, period.code)
  const found = await loadReadyScheme(tx, draft.scheme, period.endsOn)
  if (!found) throw RoundProblem.schemeNotFound({ scheme: draft.scheme, period: period.code })
  const { subjects: scored, external } = found.ready.scheme
  if (scored === 'people') throw RoundProblem.ofPeople({ scheme: draft.scheme })
  if (external) throw RoundProblem.ofOthers({ scheme: draft.scheme })
  const there = await unitsBelow(tx, keeperId, period.endsOn)
  const members =
    units && draft.group === '' ? pick(units, there.below) : membersOf(draft.group, there, period)
  if (members.length === 0) throw RoundProblem.empty()
  await mustBeFree(tx, { scheme: draft.scheme, period: period.code }, members)
  const id = await insertRound(tx, { ...draft, period: period.code, keeper: there.keeper }, who)
  await insertSubjects(tx, id, members)
  return { id, subjects: members.map(({ code }) => code) }
}

/** @throws round.refused */
function pick(codes: readonly string[], below: readonly Named[]): Named[] {
  const byCode = new Map(below.map((unit) => [unit.code, unit]))
  const faults = codes.flatMap((code, n): Fault[] =>
    byCode.has(code) ? [] : [{ path: `units.${n}`, code: 'round.notBelow', details: { code } }],
  )
  if (faults.length > 0) throw RoundProblem.refused({ count: String(faults.length) }, faults)
  return [...new Set(codes)].map((code) => byCode.get(code)!)
}

/** What is said belongs to scheme, period and unit: in two rounds at once it would be ruled by two states. */
async function mustBeFree(db: Db, said: Said, members: readonly Named[]): Promise<void> {
  const taken = await listTaken(
    db,
    said,
    members.map(({ id }) => id),
  )
  const faults = members.flatMap(({ id, code }, n): Fault[] =>
    taken.has(id) ? [{ path: `units.${n}`, code: 'round.elsewhere', details: { code } }] : [],
  )
  if (faults.length > 0) throw RoundProblem.refused({ count: String(faults.length) }, faults.slice(0, LISTED))
}
