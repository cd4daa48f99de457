// An assessment: what is said of a period, by the scheme version that rules it, made into a result that is kept.

import { createHash } from 'node:crypto'
import type { Period } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { listUnitNames, loadTree, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { AssessmentProblem } from './problems.ts'
import { assess, type Result } from './rules/assess.ts'
import type { Claim } from './schema.ts'
import { findAssessment, type KeptAssessment, readResult, writeAssessment } from './store/assessments.ts'
import { findSchemeOn, type KeptScheme } from './store/schemes.ts'
import { type ClaimsOfUnit, lastScore, loadClaims, loadClaimsUpTo } from './store/scores.ts'

export type Asked = {
  scheme: string
  period: string
  /** A kind of unit, or a unit's code: it and all below it. Without it every unit that was scored. */
  group?: string | undefined
  /** Ids of units that are compared, whether or not anything was said of them: those of a round. */
  members?: readonly number[] | undefined
  /** The name that the result is kept under; the group when left out. */
  keptAs?: string | undefined
}
const aboutOf = (asked: Asked, schemeId: number, period: string) => ({
  schemeId,
  period,
  group: asked.keptAs ?? asked.group ?? '',
})
/** Members are in this order in the bytes that are kept. `sha256` is of all before it. */
export type Assessment = {
  scheme: string
  version: number
  period: string
  group: string | null
  results: Result[]
  sha256: string
}
type Computed = { assessment: Assessment; text: string; scheme: KeptScheme; scoredTo: number }

/**
 * Works a result out, without keeping it.
 *
 * @param kept read the inputs again as they were for this result, by its version; without it both as they are now.
 * @throws PeriodProblem.malformed, AssessmentProblem
 */
export async function computeAssessment(
  db: Db,
  asked: Asked,
  kept?: Pick<KeptAssessment, 'scoredTo'> & { version?: number },
): Promise<Computed> {
  const period = readPeriod(asked.period)
  const details = { scheme: asked.scheme, period: period.code }
  const scheme = await findSchemeOn(db, asked.scheme, period.endsOn, kept?.version)
  if (!scheme) throw AssessmentProblem.schemeNotFound(details)
  const scoredTo = kept?.scoredTo ?? (await lastScore(db, asked.scheme, period.code))
  const said = kept
    ? await loadClaimsUpTo(db, asked.scheme, period.code, scoredTo)
    : await loadClaims(db, asked.scheme, period.code)
  const subjects = await subjectsOf(db, said, period, asked)
  if (subjects.size === 0) throw AssessmentProblem.nothingScored(details)
  const body = {
    scheme: scheme.code,
    version: scheme.version,
    period: period.code,
    group: asked.group ?? null,
    results: assess(scheme.definition, subjects),
  }
  // A hundred megabytes for a country: written out once
  const told = JSON.stringify(body)
  const sha256 = createHash('sha256').update(told).digest('hex')
  const text = `${told.slice(0, -1)},"sha256":"${sha256}"}`
  return { assessment: { ...body, sha256 }, text, scheme, scoredTo }
}

/** Claims by the code that a unit has on the period's last day; members and group leave only theirs. */
async function subjectsOf(
  db: Db,
  said: readonly ClaimsOfUnit[],
  period: Period,
  { group, members }: Asked,
): Promise<Map<string, Claim[]>> {
  const claims = new Map(said.map((unit) => [unit.unitId, unit.claims]))
  const within = group === undefined ? null : await membersOf(db, group, period)
  const units = members ?? [...claims.keys()].filter((id) => within?.has(id) ?? true)
  const names = await listUnitNames(db, [...units], period.endsOn)
  return new Map(names.map(({ id, code }) => [code, claims.get(id) ?? []]))
}

async function membersOf(db: Db, group: string, period: Period): Promise<ReadonlySet<number>> {
  const tree = await loadTree(db, period.endsOn)
  const ofKind = [...tree.units.values()].filter(({ kind }) => kind === group)
  if (ofKind.length > 0) return new Set(ofKind.map(({ id }) => id))
  const top = await unitByCode(db, group, period)
  if (!top || !tree.units.has(top.id)) throw AssessmentProblem.groupNotFound({ group, period: period.code })
  return new Set(tree.subtree(top.id))
}

/** Works the result out and keeps it, unless it is the one that is kept already. */
export async function keepAssessment(
  tx: Tx,
  asked: Asked,
  { by, at }: { by: string; at: Date },
): Promise<{ id: number; assessment: Assessment; isNew: boolean }> {
  const { assessment, text, scheme, scoredTo } = await computeAssessment(tx, asked)
  const about = aboutOf(asked, scheme.id, assessment.period)
  const { sha256 } = assessment
  const before = await findAssessment(tx, about)
  if (before?.sha256 === sha256) return { id: before.id, assessment, isNew: false }
  const id = await writeAssessment(tx, about, { result: text, sha256, scoredTo, by, at })
  return { id, assessment, isNew: true }
}

/** `none`: nothing is kept. `changed`: what is said now gives another result. `broken`: the same inputs do. */
export type Verdict = 'same' | 'none' | 'changed' | 'broken'

/** Compares the kept result, byte for byte, with what its own inputs give again, and with what the present ones give. */
export async function checkAssessment(
  db: Db,
  asked: Asked,
): Promise<{ verdict: Verdict; kept: string | null; now: string }> {
  const { assessment, text, scheme, scoredTo } = await computeAssessment(db, asked)
  const about = aboutOf(asked, scheme.id, assessment.period)
  const kept = await findAssessment(db, about)
  const now = assessment.sha256
  if (!kept) return { verdict: 'none', kept: null, now }
  // Nothing was said since: what is said now is what was read then
  const again = kept.scoredTo === scoredTo ? text : (await computeAssessment(db, asked, kept)).text
  const result = await readResult(db, about)
  const verdict = again !== result ? 'broken' : text === result ? 'same' : 'changed'
  return { verdict, kept: kept.sha256, now }
}
