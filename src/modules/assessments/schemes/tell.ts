// What is told of schemes and drafts.

import { exactText, plus, readExact, ZERO } from '#kernel/exact.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Db } from '#platform/db/db.ts'
import type { Request } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import type { DraftFault, DraftLine, SchemeDraft, SchemeLine, SchemeVersion } from '../api/schemes.ts'
import { checkDraft } from '../rules/check-draft.ts'
import type { Scheme } from '../schema.ts'
import type { DraftRow } from '../store/drafts.ts'
import {
  findScheme,
  listNewest,
  listRoundsOf,
  listScoredPeriods,
  listVersions,
  type VersionRow,
} from '../store/scheme-versions.ts'

export const tellVersion = (row: VersionRow): SchemeVersion => ({
  version: row.version,
  name: row.name,
  validFrom: row.validFrom,
  validTo: row.validTo === 'infinity' ? null : row.validTo,
  basis: row.basis,
  sha256: row.sha256,
  putInForceBy: row.createdBy,
  putInForceAt: row.createdAt.toISOString(),
})

export async function tellSchemes(db: Db, page: { after: string; limit: number }): Promise<SchemeLine[]> {
  const newest = await listNewest(db, page)
  const codes = newest.map(({ code }) => code)
  const versions = Map.groupBy(await listVersions(db, codes), ({ code }) => code)
  return newest.map(({ code, definition }) => ({
    code,
    name: definition.name,
    subjects: definition.subjects,
    isExternal: definition.external ?? false,
    ...sizeOf(definition),
    versions: versions.get(code)!.map(tellVersion),
  }))
}

const sizeOf = ({ areas }: Scheme) => ({
  max: exactText(areas.map(({ max }) => readExact(max)!).reduce(plus, ZERO)),
  areas: areas.length,
  criteria: areas.flatMap(({ criteria }) => criteria).length,
})

type TellableDraft = Omit<DraftRow, 'scheme' | 'revision'>

export const tellLine = ({ startedAt, changedAt, ...row }: TellableDraft): DraftLine => ({
  id: String(row.id),
  code: row.code,
  name: row.name,
  subjects: row.subjects,
  base: row.base,
  startedBy: row.startedBy,
  startedAt: startedAt.toISOString(),
  changedBy: row.changedBy,
  changedAt: changedAt.toISOString(),
})

export async function tellDraft(
  db: Db,
  draft: DraftRow,
  { lang, today }: Pick<Request<unknown>, 'lang' | 'today'>,
): Promise<SchemeDraft> {
  const t = translator(lang)
  const faults = checkDraft(draft.scheme).map(
    ({ at, code, details, isBlocking }): DraftFault => ({
      at,
      code,
      isBlocking,
      message: t(`app.schemes.fault.${code}`, { at: at || '–', ...details }),
    }),
  )
  const newest = await findScheme(db, draft.code, undefined)
  return {
    ...tellLine(draft),
    scheme: draft.scheme,
    nextVersion: (newest?.version ?? 0) + 1,
    faults,
    periods: await pastPeriods(db, draft.code, today),
  }
}

/** Periods that are over and whose scores nobody gives any more. */
export async function pastPeriods(db: Db, code: string, today: string): Promise<string[]> {
  const running = new Set(
    (await listRoundsOf(db, code)).filter(({ state }) => state !== 'published').map(({ period }) => period),
  )
  const periods = await listScoredPeriods(db, code)
  return periods.filter((period) => !running.has(period) && (parsePeriod(period)?.endsOn ?? today) < today)
}
