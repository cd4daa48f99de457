// Units by every name and code they ever had. Names are prepared once and kept until a unit changes.

import { compareNames } from '#kernel/collate.ts'
import { dayOrNull } from '#kernel/day.ts'
import { listNamesEver, type UnitName } from '#modules/organisation/index.ts'
import { shortName } from '#modules/organisation/rules/names.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Found } from './api.ts'
import { type Findable, findable, gradeOf, type Query } from './rules/match.ts'

export type Graded = { grade: number; found: Found }
type Entry = { name: UnitName; texts: Findable[] }

const prepared = new WeakMap<readonly UnitName[], Entry[]>()

/** The best name of each unit that answers, one that it still has before one that it had. */
export async function findUnits(
  db: Db,
  query: Query,
  lang: Lang,
  today: string,
  limit: number,
): Promise<Graded[]> {
  const names = await listNamesEver(db)
  const best = new Map<number, { grade: number; name: UnitName }>()
  for (const { name, texts } of prepared.getOrInsertComputed(names, prepare)) {
    const grade = bestGrade(texts, query)
    if (grade === null) continue
    // A name of the past stands just behind the same of today
    const aged = name.to < today ? grade + 0.25 : grade
    const known = best.get(name.unitId)
    if (!known || aged < known.grade) best.set(name.unitId, { grade: aged, name })
  }
  const chosen = [...best.values()]
    .sort((a, b) => a.grade - b.grade || compareNames(a.name.name, b.name.name))
    .slice(0, limit)
  const lastOf = lastNames(
    names,
    chosen.map(({ name }) => name.unitId),
  )
  return chosen.map(({ grade, name }) => ({
    grade,
    found: tell(name, lastOf.get(name.unitId)!, lang, today),
  }))
}

const prepare = (names: readonly UnitName[]): Entry[] =>
  names.map((name) => {
    const others = [name.nameEn, ...(name.altNames?.split('|') ?? [])].filter((text) => text !== null)
    const texts = new Set([name.name, shortName(name), ...others])
    return { name, texts: [...texts].map((text) => findable(text, name.code)) }
  })

export function bestGrade(texts: readonly Findable[], query: Query): number | null {
  const grades = texts.map((text) => gradeOf(text, query)).filter((grade) => grade !== null)
  return grades.length === 0 ? null : Math.min(...grades)
}

function lastNames(names: readonly UnitName[], units: readonly number[]): Map<number, UnitName> {
  const wanted = new Set(units)
  const last = new Map<number, UnitName>()
  for (const name of names)
    if (wanted.has(name.unitId) && name.to >= (last.get(name.unitId)?.to ?? '')) last.set(name.unitId, name)
  return last
}

function tell(name: UnitName, last: UnitName, lang: Lang, today: string): Found {
  const isPast = name.to < today
  const told = ({ name, nameEn }: UnitName) => (lang === 'en' ? (nameEn ?? name) : name)
  return {
    kind: 'unit',
    code: name.code,
    name: told(name),
    about: name.kind,
    within: name.parent,
    programme: null,
    until: isPast ? dayOrNull(name.to) : null,
    nowCalled: isPast && last.to >= today && last.name !== name.name ? told(last) : null,
  }
}
