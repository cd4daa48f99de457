// What is written into a report's cells: read, checked against the form, and told apart from what was there.

import { createHash } from 'node:crypto'
import { Big, isDecimal, plain } from '#kernel/decimal.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { ReportProblem } from './problems.ts'
import { takeEvidence } from './report-evidence.ts'
import { breakdownKey, parseDimension } from './rules/breakdown.ts'
import type { Cells } from './rules/cells.ts'
import type { CellName, ReportValue } from './schema.ts'
import { ensureBreakdowns } from './store/definitions.ts'
import type { Form } from './store/forms.ts'

type Given = CellName & Omit<ReportValue, 'indicator' | 'breakdown'>

/**
 * Turns given values into cells; every fault is told, each with its place in the input. `keys` are the cells in the
 * order given.
 */
export async function readCells(
  tx: Tx,
  { form, unitId }: { form: Form; unitId: number },
  values: readonly Given[],
  at: Date,
) {
  const refused = await takeEvidence(
    tx,
    unitId,
    values.flatMap((given) => given.evidence ?? []),
    at,
  )
  const asked = new Map(form.indicators.map((i) => [i.code, i]))
  const faults: Fault[] = []
  const read = values.flatMap((given, n) => {
    const indicator = asked.get(given.indicator)
    const refuse = (member: string, code: string, details: object = {}) => {
      faults.push({
        path: `values.${n}.${member}`,
        code: `report.${code}`,
        details: { ...given, ...details } as Fault['details'] & object,
      })
      return []
    }
    if (!indicator) return refuse('indicator', 'notAsked', { form: form.code })
    const [dimension, item] = Object.entries(given.breakdown ?? {})[0] ?? []
    const key = breakdownKey(dimension ? `${dimension}=${item}` : '', parseDimension(indicator.breakdown))
    if ('fault' in key || Object.keys(given.breakdown ?? {}).length > 1)
      return refuse('breakdown', 'breakdown', { asked: indicator.breakdown ?? '–' })
    if (given.value !== null && !isDecimal(given.value)) return refuse('value', 'number')
    if (given.value !== null && indicator.minimum !== null && new Big(given.value).lt(indicator.minimum))
      return refuse('value', 'minimum', { minimum: indicator.minimum })
    if (given.evidence?.some((id) => refused.has(id))) return refuse('evidence', 'noFile')
    return [{ indicator, key: key.key, given }]
  })
  if (faults.length > 0) throw ReportProblem.invalid({ count: faults.length }, faults)

  const ids = await ensureBreakdowns(
    tx,
    read.map((r) => r.key),
  )
  const cells: Cells = {}
  const comments: Record<string, string> = {}
  const evidence: Record<string, string[]> = {}
  for (const { indicator, key, given } of read) {
    const cell = cellKey(indicator, ids.get(key)!)
    cells[cell] = given.value === null ? null : plain(given.value)
    if (given.comment !== undefined) comments[cell] = given.comment
    if (given.evidence) evidence[cell] = [...new Set(given.evidence)]
  }
  const keys = read.map(({ indicator, key }) => cellKey(indicator, ids.get(key)!))
  return { cells, comments, evidence, keys }
}

const cellKey = (indicator: { id: number }, breakdownId: number) =>
  breakdownId === 0 ? String(indicator.id) : `${indicator.id}:${breakdownId}`

/**
 * What a version holds, in one hash (SHA-256, hex, of `key=value` lines in the order of the keys; an emptied cell has no
 * value; the files it rests on stand behind it: `key=value;file,file`). The audit entry of every act carries it:
 * versions hold what was before and after, the chain that they did.
 */
export function digestOf({
  cells,
  evidence = {},
}: {
  cells: Cells
  evidence?: Record<string, string[]>
}): string {
  const files = (key: string) => (evidence[key]?.length ? `;${evidence[key].join(',')}` : '')
  const lines = Object.keys(cells)
    .sort()
    .map((key) => `${key}=${cells[key] ?? ''}${files(key)}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
