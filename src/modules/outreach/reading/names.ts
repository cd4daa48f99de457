import { listUnitNames } from '#modules/organisation/index.ts'
import { listProgrammesEver } from '#modules/programmes/index.ts'
import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { Activity } from '../api/outreach.ts'
import type { ListedActivity } from '../store/activities.ts'
import { findDirectiveNames } from '../store/names.ts'

export type ProgrammeName = NonNullable<Activity['programme']>

/** Programmes by slug. */
export async function programmeNames(db: Db): Promise<ReadonlyMap<string, ProgrammeName>> {
  const programmes = await listProgrammesEver(db)
  return new Map(programmes.map(({ slug, name, nameEn }) => [slug, { slug, name, nameEn }]))
}

/** Activities with the names that people know. A unit is named as on the activity's day. */
export async function tellActivities(db: Db, rows: readonly ListedActivity[]): Promise<Activity[]> {
  const programmes = await programmeNames(db)
  const directives = await findDirectiveNames(
    db,
    rows.map(({ directiveId }) => directiveId),
  )
  const personOf = await findPeople(
    db,
    rows.map(({ by }) => by),
  )
  const told: Activity[] = []
  for (const row of rows) {
    const { key, form, subject, heldOn, place, reached, link } = row
    const programme = row.programme === null ? null : (programmes.get(row.programme) ?? null)
    const directive = row.directiveId === null ? null : (directives.get(row.directiveId) ?? null)
    const at = row.at?.toISOString() ?? null
    const unit = await unitOf(db, row)
    told.push({
      id: key,
      unit,
      form,
      subject,
      heldOn,
      place,
      reached,
      programme,
      directive,
      link,
      by: personOf(row.by),
      at,
    })
  }
  return told
}

async function unitOf(db: Db, { unitId, unitCode, unitName, heldOn }: ListedActivity) {
  if (unitCode !== null && unitName !== null) return { id: String(unitId), code: unitCode, name: unitName }
  const [named] = await listUnitNames(db, [unitId], heldOn)
  return { id: String(unitId), code: named!.code, name: named!.name }
}
