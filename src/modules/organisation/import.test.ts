import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import {
  addGrant,
  countUnits,
  listBorders,
  loadTree,
  organisationChecks,
  organisationFormats,
  registerRecordLookup,
  unitByCode,
} from './index.ts'

const NOW = new Date('2026-05-01T00:00:00Z')

const UNITS = `code,name,kind,parent_code,valid_from,valid_to
14,Tỉnh Sơn La,tỉnh,,,
126,Huyện Sông Mã,huyện,14,,2025-06-30
04168,Thị trấn Sông Mã,thị trấn,126,,2025-06-30
04198,Xã Nà Nghịu,xã,126,,2025-06-30
04204,Xã Chiềng Khoong,xã,126,,2025-06-30
04168,Xã Sông Mã,xã,14,2025-07-01,
04204,Xã Chiềng Khoong,xã,14,2025-07-01,
`
const SUCCESSION = `old_code,new_code,date,share,kind,basis
04168,04168,2025-07-01,1,merge,1681/NQ-UBTVQH15
04198,04168,2025-07-01,1,merge,1681/NQ-UBTVQH15
04204,04204,2025-07-01,1,unchanged,1681/NQ-UBTVQH15
`

/** Imports texts, each `units`, `succession` or `borders`, in one command. */
async function bring(house: Scratch, ...texts: string[]): Promise<ImportAnswer> {
  const files = texts.map((text, i) => ({ name: `file-${i}`, body: new Blob([text]).stream() }))
  return importFiles(house, files, {
    formats: organisationFormats,
    format: undefined,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now: NOW,
    today: '2026-05-01',
    t: translator('en'),
  })
}
const told = ({ rejected }: ImportAnswer) => rejected.map(({ row, field, code }) => `${row} ${field} ${code}`)
const counts = ({ created, changed, unchanged }: ImportAnswer) => [created, changed, unchanged]
const idOf = async (house: Scratch, code: string, day: string) =>
  (await unitByCode(house.db, code, { startsOn: day, endsOn: day }))!.id

/** That everything stored is as it would be decided again. */
async function assertWhole(house: Scratch) {
  const [check] = organisationChecks
  assert.deepEqual((await check!.run(house.db)).differences, [])
}

/** Ids are told apart but not compared: which is which on each day, and under whom. */
async function shapeOf(house: Scratch) {
  const days = ['2021-12-31', '2025-06-30', '2025-07-01']
  const trees = await Promise.all(days.map((day) => loadTree(house.db, day)))
  const codes = ['14', '126', '04168', '04198', '04204']
  const sameAsBefore = await Promise.all(
    codes.map(async (code) => {
      const [before, after] = await Promise.all(
        ['2025-06-30', '2025-07-01'].map((day) => unitByCode(house.db, code, { startsOn: day, endsOn: day })),
      )
      return before && after ? before.id === after.id : null
    }),
  )
  return { counts: trees.map(countUnits), sameAsBefore }
}

describe('units and their succession', () => {
  test('give the same in whatever order, together or one after the other', async () => {
    const shapes = []
    for (const files of [[[UNITS, SUCCESSION]], [[SUCCESSION, UNITS]], [[UNITS], [SUCCESSION]]]) {
      await using house = await scratchHouse()
      for (const texts of files) assert.equal((await bring(house, ...texts)).rejectedCount, 0)
      shapes.push(await shapeOf(house))
      await assertWhole(house)
    }
    assert.deepEqual(shapes[0]!.sameAsBefore, [true, null, false, null, true])
    assert.deepEqual(
      shapes[0]!.counts.map((count) => count.byLevel),
      [
        { 1: 1, 2: 1, 3: 3 },
        { 1: 1, 2: 1, 3: 3 },
        { 1: 1, 2: 2 },
      ],
    )
    assert.deepEqual(shapes[1], shapes[0])
    assert.deepEqual(shapes[2], shapes[0])
  })

  test('change nothing the second time, and say so', async () => {
    await using house = await scratchHouse()
    assert.deepEqual(counts(await bring(house, UNITS, SUCCESSION)), [10, 0, 0])
    assert.deepEqual(counts(await bring(house, UNITS, SUCCESSION)), [0, 0, 10])
    await bring(house, 'code,name,kind,parent_code,valid_from,valid_to\n14,Tỉnh Sơn La,tỉnh,,2027-01-01,\n')
    assert.deepEqual(counts(await bring(house, UNITS, SUCCESSION)), [0, 0, 10])
    await assertWhole(house)
  })

  test('keep the ids of units that a later reform parts', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS)
    const before = await idOf(house, '04168', '2021-12-31')
    assert.equal(await idOf(house, '04168', '2026-01-01'), before)

    await bring(house, SUCCESSION)
    assert.equal(await idOf(house, '04168', '2021-12-31'), before)
    assert.notEqual(await idOf(house, '04168', '2026-01-01'), before)
  })

  test('leave an audit entry only where something changed', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS)
    await bring(house, UNITS)
    const entries = await house.db.selectFrom('audit_entries').select('action').execute()
    assert.deepEqual(entries, [{ action: 'import.units' }])
  })
})

describe('a row that does not fit is told, and nothing is written', () => {
  const unitHead = 'code,name,kind,parent_code,valid_from,valid_to\n'
  const successionHead = 'old_code,new_code,date,share,kind\n'
  const cases: [name: string, text: string, told: string[]][] = [
    ['a parent that nobody knows', `${unitHead}A,Xã A,xã,99,,\n`, ['2 parent_code unit.parentUnknown']],
    ['a parent that was not there', `${unitHead}A,Xã A,xã,126,,\n`, ['2 parent_code unit.parentAbsent']],
    [
      'an end before the beginning',
      `${unitHead}A,Xã A,xã,14,2025-01-01,2024-01-01\n`,
      ['2 valid_to unit.endsBeforeStart'],
    ],
    ['days that overlap', `${unitHead}A,Xã A,xã,14,,\nA,Xã B,xã,14,2025-01-01,\n`, ['3 code unit.overlap']],
    ['a row that stands twice', `${unitHead}A,Xã A,xã,14,,\nA,Xã A,xã,14,,\n`, ['3 code unit.repeated']],
    [
      'a circle',
      `${unitHead}A,Xã A,xã,B,,\nB,Xã B,xã,A,,\n`,
      ['2 parent_code unit.cycle', '3 parent_code unit.cycle'],
    ],
    ['its own parent', `${unitHead}A,Xã A,xã,A,,\n`, ['2 parent_code unit.ownParent']],
    ['a code that means all', `${unitHead}all,Tất cả,xã,,,\n`, ['2 code unit.codeTaken']],
    [
      'a missing name and a day that is none',
      `${unitHead}A,,xã,14,1/7/2025,\n`,
      ['2 name cell.empty', '2 valid_from cell.dayFirst'],
    ],
    [
      'an end that leaves children',
      `${unitHead}14,Tỉnh Sơn La,tỉnh,,,2020-12-31\n`,
      Array(3).fill('2 valid_to unit.childrenLeft'),
    ],
    [
      'a code that nobody held',
      `${successionHead}A,14,2025-07-01,1,merge\n`,
      ['2 old_code succession.codeUnknown'],
    ],
    [
      'an old code too late',
      `${successionHead}04198,14,2026-01-01,1,merge\n`,
      ['2 old_code succession.codeAbsent'],
    ],
    [
      'a new code too late',
      `${successionHead}14,126,2025-07-01,,transfer\n`,
      ['2 new_code succession.codeAbsent'],
    ],
    [
      'shares below 1',
      `${successionHead}04198,04168,2025-07-01,0.4,split\n`,
      ['2 share succession.sharesDoNotAddUp'],
    ],
    ['a kind that is none', `${successionHead}04198,04168,2025-07-01,1,eaten\n`, ['2 kind cell.choice']],
    [
      'a succession that stands twice',
      `${successionHead}04198,04168,2025-07-01,1,merge\n04198,04168,2025-07-01,1,absorb\n`,
      ['3 old_code succession.repeated'],
    ],
  ]
  for (const [name, text, expected] of cases)
    test(name, async () => {
      await using house = await scratchHouse()
      await bring(house, UNITS)
      const before = await shapeOf(house)
      const answer = await bring(house, text)
      assert.deepEqual(told(answer), expected)
      assert.deepEqual(counts(answer), [0, 0, 0])
      assert.deepEqual(await shapeOf(house), before)
    })

  test('the sentence says when a code was held', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS)
    const { rejected } = await bring(house, `${successionHead}04198,04168,2026-01-01,1,merge\n`)
    assert.match(
      rejected[0]!.message,
      /On 2025-12-31 no unit held the code “04198”; it was held: … – 2025-06-30/,
    )
  })
})

describe('a unit with later records', () => {
  test('is not parted; the records are listed', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS)
    const unitId = await idOf(house, '04168', '2026-01-01')
    registerRecordLookup(async (_, endings) =>
      endings.some((ending) => ending.unitId === unitId && ending.from === '2025-07-01')
        ? [{ unitId, kind: 'report', label: 'bm-01 2025Q3' }]
        : [],
    )
    const answer = await bring(house, SUCCESSION)
    assert.deepEqual(told(answer), ['2 old_code unit.recordsLeft'])
    assert.match(answer.rejected[0]!.message, /reports bm-01 2025Q3/)
    assert.equal(await idOf(house, '04168', '2026-01-01'), unitId)
  })

  test('is parted when a grant only goes on over the day, and not when one begins later', async () => {
    for (const [validFrom, rejected] of [
      ['-infinity', 0],
      ['2025-07-01', 1],
    ] as const) {
      await using house = await scratchHouse()
      await bring(house, UNITS)
      const unitId = await idOf(house, '04168', '2026-01-01')
      await house.transact(async (tx) => {
        const account = { username: `nguoi-${validFrom}`, password_hash: '', created_at: NOW }
        const { id } = await tx
          .insertInto('accounts')
          .values(account)
          .returning('id')
          .executeTakeFirstOrThrow()
        await addGrant(tx, { accountId: id, role: 'unit-officer', unitId, validFrom })
      })
      const answer = await bring(house, SUCCESSION)
      assert.equal(answer.rejectedCount, rejected)
    }
  })
})

describe('borders', () => {
  const square = (x: number) => [
    [
      [x, 21],
      [x + 0.1, 21],
      [x + 0.1, 21.1],
      [x, 21],
    ],
  ]
  const map = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
  const feature = (code: string, more: object = {}) => ({
    type: 'Feature',
    properties: { code, ...more },
    geometry: { type: 'Polygon', coordinates: square(103.7) },
  })

  test('go to the units that were there together, and the same file changes nothing', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS, SUCCESSION)
    const text = map(feature('04168'), feature('04198'))
    assert.deepEqual(counts(await bring(house, text)), [2, 0, 0])
    assert.deepEqual(counts(await bring(house, text)), [0, 0, 2])
    const old = await idOf(house, '04168', '2025-06-30')
    assert.deepEqual(
      (await listBorders(house.db, [old, await idOf(house, '04168', '2025-07-01')])).map((b) => [
        b.unitId,
        b.onDate,
      ]),
      [[old, '2025-06-30']],
    )
  })

  test('go to the unit of their date when they have one', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS, SUCCESSION)
    await bring(house, map(feature('04168', { date: '2025-07-01', source: 'Nhà xuất bản Bản đồ' })))
    const [border] = await listBorders(house.db, [await idOf(house, '04168', '2025-07-01')])
    assert.equal(border?.source, 'Nhà xuất bản Bản đồ')
  })

  test('are refused for codes and shapes that are none', async () => {
    await using house = await scratchHouse()
    await bring(house, UNITS, SUCCESSION)
    const point = { ...feature('04168'), geometry: { type: 'Point', coordinates: [103.7, 21] } }
    const late = feature('04198', { date: '2026-01-01' })
    assert.deepEqual(told(await bring(house, map(feature('99999'), point, late))), [
      '1 code border.codeUnknown',
      '2 geometry border.noArea',
      '3 code border.codeAbsent',
    ])
  })
})
