// The rows of an attainment table: one for each unit below.

import type { Overview } from '#modules/indicators/index.ts'
import type { RollupRow } from '#modules/indicators/schema.ts'
import { shortName } from '#modules/organisation/rules/names.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { AttainmentRow } from '../api/attainment.ts'
import { attainmentPercent, isMet } from '../rules/attainment.ts'
import { rankUnits } from '../rules/rank.ts'
import { shortCodes } from '../rules/short-codes.ts'
import { cellsOf } from '../rules/tile-cells.ts'
import type { Ground } from './ground.ts'
import type { Landscape } from './landscape.ts'
import type { Targets } from './targets.ts'
import { unitTold } from './told.ts'

/** Of more units the letters would no longer tell them apart. */
const MOST_CODES = 200

type Standing = {
  ground: Ground
  borders: 'then' | 'now'
  landscape: Landscape
  targets: Targets
  lang: Lang
}

export function tellRows({ rows, series }: Overview, standing: Standing): AttainmentRow[] {
  const { ground, borders, targets, lang } = standing
  const tree = borders === 'now' ? ground.now : ground.then
  const units = rows.map((row) => tree.units.get(Number(row.unitId))!)
  const codes = units.length > MOST_CODES ? units.map(() => '') : shortCodes(units)
  const planned = units.map(({ id }) => targets.of(id))
  const ranks = rankUnits(
    rows.map(({ value }, i) => ({ value, target: planned[i]! })),
    targets.kind,
  )
  return rows.map((row, i) => {
    const unit = units[i]!
    const target = planned[i] ?? null
    const told = unitTold(lang, unit)
    return {
      unit: {
        ...told,
        shortName: shortName({ name: told.name, kind: unit.kind }),
        shortCode: codes[i]!,
        kind: unit.kind,
        units: tree.children(unit.id).length,
      },
      from: originsOf(unit.id, standing),
      value: row.value,
      target,
      attainmentPercent: attainmentPercent(row.value, target),
      met: targets.kind ? isMet(row.value, target, targets.kind) : null,
      rank: ranks[i]!,
      reported: row.reported,
      expected: row.expected,
      quality: qualityOf(row),
      restated: row.restated,
      notRestated: row.notRestated,
      trend: series?.values.get(unit.id) ?? [],
      cells: tilesOf(unit.id, standing),
    }
  })
}

export const qualityOf = ({ estimates, preliminary }: RollupRow) =>
  estimates > 0 ? 'estimate' : preliminary > 0 ? 'preliminary' : 'official'

function originsOf(unit: number, { ground, borders, lang }: Standing): AttainmentRow['from'] {
  const origins = borders === 'now' ? (ground.origins.get(unit) ?? []) : []
  if (origins.length === 1 && origins[0]!.unit === unit) return []
  return origins.map(({ unit: old, share }) => ({ ...unitTold(lang, ground.then.units.get(old)!), share }))
}

function tilesOf(unit: number, { ground, borders, landscape, lang }: Standing): AttainmentRow['cells'] {
  const { place, predecessors } = landscape.of(unit)
  const named = (tree: Ground['then'], id: number) => {
    const { name, kind } = { ...tree.units.get(id)!, ...unitTold(lang, tree.units.get(id)!) }
    return { name, kind }
  }
  const cells = cellsOf({
    unit: named(borders === 'now' ? ground.now : ground.then, unit),
    place,
    predecessors: predecessors.map((old) => ({ unit: named(ground.then, old.unit), place: old.place })),
  })
  return cells.map(({ tile, name }) => ({ row: tile.row, x: tile.x, name }))
}
