import type { Db } from '#platform/db/db.ts'
import { DefinitionProblem } from '../problems.ts'
import { pick, rollup } from '../roll-up.ts'
import { evaluate, isFault, parseFormula, partsOf } from '../rules/formula.ts'
import { loadIndicators } from '../store/definitions.ts'

type Trial = { formula: string; unit: string; period: string }

/**
 * What a formula comes to at a unit in a period, from approved values.
 * @throws definition.refused when it cannot be read, indicator.notFound, unit.notFound, period.malformed
 */
export async function tryFormula(db: Db, { formula, unit, period }: Trial, today: string) {
  const tree = parseFormula(formula)
  if (isFault(tree)) {
    const details = { at: tree.at + 1, found: tree.found || '…' }
    throw DefinitionProblem.refused({ count: 1 }, [{ path: 'formula', code: 'definition.formula', details }])
  }
  const known = await loadIndicators(db)
  const codes = partsOf(tree)
  for (const code of codes) pick(known, code)
  const rows =
    codes.length === 0
      ? []
      : await rollup(db, {
          indicators: codes,
          periods: [period],
          units: [unit],
          level: 'self',
          borders: 'then',
          state: 'approved',
          today,
        })
  const parts = rows.map(({ indicator, value, reported, expected }) => {
    const { name, unitOfMeasure } = known.get(indicator)!
    return { code: indicator, name, unitOfMeasure, value, reported, expected }
  })
  const outcome = evaluate(tree, (code) => parts.find((part) => part.code === code)?.value ?? null)
  return 'value' in outcome
    ? { parts, value: outcome.value, missing: null }
    : { parts, value: null, missing: outcome.missing }
}
