import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHeadings, readLines, readUnit } from './paste-lines.ts'

const UNITS = [
  { code: '04198', name: 'Xã Nà Nghịu' },
  { code: '04204', name: 'Xã Chiềng Khoong' },
  { code: 'K1', name: 'Khối Chiềng Khoong' },
]
const around = {
  kinds: ['party-members'] as const,
  units: UNITS,
  defaults: { heldOn: '2021-06-10', form: 'in-person' },
}

const names = [
  ['04198', '04198'],
  ['xã nà nghịu', '04198'],
  ['Na Nghiu', '04198'],
  ['Xã Chiềng Khoong', '04204'],
  ['Chiềng Khoong', 'Chiềng Khoong'],
  ['Mường Lầm', 'Mường Lầm'],
] as const
for (const [text, expected] of names)
  test(`readUnit: ${text} is ${expected}`, () => assert.equal(readUnit(text, UNITS), expected))

test('a block without headings is read by the order of the sheet, blanks by what is usual', () => {
  const { lines, hasHeadings } = readLines(
    [
      ['04198', 'Chi bộ bản Mé', '12/06/2021', 'Trực tuyến', '40', '38', 'Tài liệu'],
      ['', '', '', '', '', '', ''],
      ['Nà Nghịu', '', '', '', '1.250', '1.200'],
    ],
    around,
  )
  assert.equal(hasHeadings, false)
  assert.deepEqual(
    lines.map(({ unit, cell, heldOn, form, materials, counts }) => [
      unit,
      cell,
      heldOn,
      form,
      materials,
      counts,
    ]),
    [
      [
        '04198',
        'Chi bộ bản Mé',
        '2021-06-12',
        'online',
        'Tài liệu',
        { 'party-members': { invited: '40', attended: '38' } },
      ],
      [
        '04198',
        '',
        '2021-06-10',
        'in-person',
        '',
        { 'party-members': { invited: '1.250', attended: '1.200' } },
      ],
    ],
  )
})

test('headings say which column is which, in whatever order, and bring their kinds', () => {
  const { lines, kinds, hasHeadings } = readLines(
    [
      [
        'TT',
        'Ngày tổ chức',
        'Đơn vị',
        'Đảng viên được mời',
        'Đảng viên dự',
        'Hội viên mời',
        'Hội viên có mặt',
      ],
      ['I', '1-7-2021', '04204', '30', '28', '100', '81'],
    ],
    around,
  )
  assert.equal(hasHeadings, true)
  assert.deepEqual(kinds, ['party-members', 'association-members'])
  assert.deepEqual(
    [lines.length, lines[0]?.unit, lines[0]?.heldOn, lines[0]?.counts],
    [
      1,
      '04204',
      '2021-07-01',
      {
        'party-members': { invited: '30', attended: '28' },
        'association-members': { invited: '100', attended: '81' },
      },
    ],
  )
})

test('a line with numbers is no line of headings', () => {
  assert.equal(readHeadings(['Đơn vị', 'Ngày', 'Đảng viên dự', '40']), null)
  assert.equal(readHeadings(['04198', 'Chi bộ 1', '12/06/2021']), null)
})

test('what cannot be read stays as it was typed, to be told by its row', () => {
  const { lines } = readLines([['04198', '', '31/06/2021', 'qua Zalo', 'bốn mươi', '38']], around)
  assert.deepEqual(
    [lines[0]?.heldOn, lines[0]?.form, lines[0]?.counts['party-members']?.invited],
    ['31/06/2021', 'qua Zalo', 'bốn mươi'],
  )
})
