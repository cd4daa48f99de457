import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { thingsFormat } from '../../../test/things-format.ts'
import { rowsOf } from './rows.ts'

const LAYOUT = { format: thingsFormat, places: [1, 0, 2, -1], width: 3 }

type Cells = { row: number; code: string; name: string; amount: string; valid_from: string }

function read(...records: string[][]) {
  const rejected: string[] = []
  const rows = rowsOf(records, 2, LAYOUT, ({ row, field, code }) => rejected.push(`${row} ${field} ${code}`))
  return { rows: rows.map(({ row, cells }) => ({ row, ...cells }) as Cells), rejected }
}
const cellOf = (text: string) => {
  const { rows, rejected } = read([text, 'a', '1'])
  return rows[0]?.name ?? rejected[0]
}

describe('rows of a format', () => {
  test('have every column, by name, wherever it stands in the file', () => {
    assert.deepEqual(read(['Nhãn', '04198', '-1.5'], ['Xoài', 'b', '']).rows, [
      { row: 2, code: '04198', name: 'Nhãn', amount: '-1.5', valid_from: '' },
      { row: 3, code: 'b', name: 'Xoài', amount: '', valid_from: '' },
    ])
  })

  test('are counted with the empty ones between them, which are passed over', () => {
    const { rows, rejected } = read([''], ['', ' ', ''], ['Nhãn', 'a', '1'], ['\u00a0'])
    assert.deepEqual([rows.map(({ row }) => row), rejected], [[4], []])
  })

  test('with cells too few or too many are refused whole', () => {
    assert.deepEqual(read(['a', 'b'], ['a', 'b', '1', ''], ['a', 'b', '1']).rejected, [
      '2  row.tooFew',
      '3  row.tooMany',
    ])
  })
})

describe('a cell', () => {
  test('is trimmed and in one form of Unicode', () => {
    assert.equal(cellOf(' \u00a0Sông Mã\n'), 'Sông Mã')
    assert.equal(cellOf('Nghịu'.normalize('NFD')), 'Nghịu')
    assert.equal(cellOf('dòng một\r\ndòng hai\tba'), 'dòng một\r\ndòng hai\tba')
  })

  test('that a spreadsheet would run is refused, however it hides', () => {
    for (const text of ['=1', '+84', '-x', '@x', '\t=1', '\tx', '\rx', '  =1', '\u00a0@x', '\n-1', '-'])
      assert.equal(cellOf(text), '2 name cell.formula', JSON.stringify(text))
    for (const text of ['a=1', '1-2', 'x@y', "'=1"]) assert.equal(cellOf(text), text)
  })

  test('of a number may begin with a minus', () => {
    assert.equal(read(['x', 'a', '-5']).rows[0]?.amount, '-5')
  })

  test('with a control character or a lost letter is refused', () => {
    for (const text of ['a\u0000', 'a\u0007b', 'x\u0085', 'Nh\ufffdn'])
      assert.equal(cellOf(text), '2 name cell.damaged')
  })

  test('tells each bad cell of a row', () => {
    assert.deepEqual(read(['=1', '@a', '\u0007']).rejected, [
      '2 code cell.formula',
      '2 name cell.formula',
      '2 amount cell.damaged',
    ])
  })
})
