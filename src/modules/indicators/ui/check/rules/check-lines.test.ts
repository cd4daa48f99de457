import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SheetColumn, SheetRow } from '../../../api/sheet.ts'
import type { ReportVersion } from '../../../schema.ts'
import { changeOf, linesOf, otherOf } from './check-lines.ts'

const column = (indicator: string): SheetColumn => ({
  indicator,
  name: indicator,
  nameEn: null,
  unitOfMeasure: 'ha',
  minimum: '0',
})
const row = (cells: SheetRow['cells']): SheetRow => ({
  unit: { id: '1', code: '04198', name: 'Nà Nghịu' },
  state: 'submitted',
  version: 3,
  etag: '"3.1"',
  may: ['approve', 'return'],
  cutoff: null,
  cells,
})
const before = {
  version: 2,
  values: [{ indicator: 'longan', value: '888', returned: 'lệch 46 ha' }],
} as unknown as ReportVersion

test('a value stands beside what was sent before, the period before and the target', () => {
  const [line] = linesOf(
    [column('longan')],
    row([{ value: '842', previous: '800', usual: null }]),
    before,
    () => '830',
  )
  assert.equal(line?.earlier, '888')
  assert.equal(line?.returned, 'lệch 46 ha')
  assert.deepEqual(
    (['version', 'previous', 'target'] as const).map((against) => otherOf(line!, against)),
    ['888', '800', '830'],
  )
  assert.equal(line?.doubt, null)
})

test('what makes one look twice is told; what was never said is left out', () => {
  const lines = linesOf(
    [column('longan'), column('plum')],
    row([{ value: '8420', previous: '800', usual: null }, null]),
    undefined,
    () => null,
  )
  assert.deepEqual(
    lines.map(({ name, doubt, earlier }) => [name, doubt?.kind, earlier]),
    [['longan', 'jump', undefined]],
  )
})

test('a cell that was emptied since the last sending still stands there', () => {
  const [line] = linesOf([column('longan')], row([null]), before, () => null)
  assert.equal(line?.value, null)
  assert.equal(line?.earlier, '888')
})

test('a change is a percentage of the size before, and nothing from 0 or without both', () => {
  assert.equal(changeOf('842', '800'), '5.3')
  assert.equal(changeOf('-12', '-10'), '-20.0')
  assert.equal(changeOf('5', '0'), null)
  assert.equal(changeOf(null, '5'), null)
})
