// A draft tried on what was said of a past period: who would have stood where.

import { readPeriod } from '#modules/indicators/index.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Trial } from '../api/schemes.ts'
import { assess } from '../rules/assess.ts'
import { compareTrial, saidOf } from '../rules/trial.ts'
import type { DraftRow } from '../store/drafts.ts'
import { findSchemeOn } from '../store/schemes.ts'
import { loadClaims } from '../store/scores.ts'
import { pastPeriods } from './tell.ts'

/** @throws period.malformed; of a period that is not past, or without scores, the trial is empty. */
export async function tryDraft(
  db: Db,
  { code, scheme }: DraftRow,
  { period: asked, limit, today }: { period: string; limit: number; today: string },
): Promise<Trial> {
  const period = readPeriod(asked)
  const ruling = await findSchemeOn(db, code, period.endsOn)
  const isPast = (await pastPeriods(db, code, today)).includes(period.code)
  const said = isPast ? await loadClaims(db, code, period.code) : []
  const ids = said.map(({ unitId }) => unitId)
  const names = await listUnitNames(db, ids, period.endsOn)
  const codeOf = new Map(names.map((unit) => [unit.id, unit.code]))
  const claims = new Map(said.map((unit) => [codeOf.get(unit.unitId)!, unit.claims]))
  const { tried, leftOut } = saidOf(scheme, claims)
  return {
    period: period.code,
    version: ruling?.version ?? null,
    leftOut,
    ...compareTrial(
      {
        scheme: tried,
        before: ruling ? assess(ruling.definition, claims) : [],
        after: assess(tried, claims),
      },
      new Map(names.map((unit) => [unit.code, unit.name])),
      limit,
    ),
  }
}
