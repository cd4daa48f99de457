// A file of duties: what each row means, what is the same row again, and what is refused.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { importFormats } from '../../../../src/app.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { registerDirective } from '../index.ts'

const HEAD = 'directive,unit_code,due,product,received,studied,planned,reported,done'
const DOING = { by: 'vanphong', at: new Date('2022-01-15T02:00:00Z') }

async function ground(numbers: [string, string][] = [['12-KH/HU', '2021-06-01']]): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  const days = { startsOn: '2021-06-01', endsOn: '2021-06-01' }
  const keeper = (await unitByCode(house.db, 'D1', days))!
  for (const [number, issuedOn] of numbers) {
    const draft = {
      number,
      type: 'plan',
      keeperUnitId: keeper.id,
      issuer: null,
      issuedOn,
      excerpt: 'Thực hiện KL 01',
    }
    await house.transact((tx) => registerDirective(tx, draft, DOING))
  }
  return house
}
const bring = (house: TestHouse, rows: string, head = HEAD) =>
  importFiles(house, [{ name: 'duties.csv', body: new Blob([`${head}\n${rows}`]).stream() }], {
    formats: importFormats,
    format: undefined,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now: DOING.at,
    today: '2022-01-15',
    t: translator('vi'),
  })
const stored = (house: TestHouse) =>
  house.db
    .selectFrom('duty_occurrences')
    .select(['unit_code', 'unit_name', 'ordinal', 'due_on', 'received_on', 'studied_on', 'planned_on'])
    .select(['reported_on', 'done_on', 'state'])
    .orderBy('unit_code')
    .orderBy('ordinal')
    .execute()

describe('a file of duties', () => {
  test('is known by its header, and each row is an occurrence with the days that it states', async () => {
    await using house = await ground()
    const rows = `12-KH/HU,A,2021-12-31,report,2021-06-10,2021-06-20,2021-07-01,2021-12-20,2021-12-20
12-kh/hu,A2,2021-12-31,báo cáo,2021-06-11,,,,
12-KH/HU,B,,plan,,,,,
`
    const answer = await bring(house, rows)
    assert.deepEqual([answer.format, answer.created, answer.rejected], ['duties', 3, []])
    const none = { received_on: null, studied_on: null, planned_on: null, reported_on: null, done_on: null }
    assert.deepEqual(await stored(house), [
      {
        ...{ unit_code: 'A', unit_name: 'Xã Nà Nghịu', ordinal: 1, due_on: '2021-12-31', state: 'accepted' },
        ...{ received_on: '2021-06-10', studied_on: '2021-06-20', planned_on: '2021-07-01' },
        ...{ reported_on: '2021-12-20', done_on: '2021-12-20' },
      },
      {
        ...{ unit_code: 'A2', unit_name: 'Xã Chiềng Cang', ordinal: 1, due_on: '2021-12-31', state: 'open' },
        ...{ ...none, received_on: '2021-06-11' },
      },
      { unit_code: 'B', unit_name: 'Xã Mường Bú', ordinal: 1, due_on: null, state: 'open', ...none },
    ])
    const duties = await house.db.selectFrom('duties').select(['product', 'task']).orderBy('id').execute()
    assert.deepEqual(duties, [
      { product: 'report', task: 'Thực hiện KL 01' },
      { product: 'document', task: 'Thực hiện KL 01' },
    ])
  })

  test('the same row again is unchanged; another day changes it, an empty one takes it back', async () => {
    await using house = await ground()
    const counts = async (rows: string) => {
      const { created, changed, unchanged, rejectedCount } = await bring(house, rows)
      return [created, changed, unchanged, rejectedCount]
    }
    const two = '12-KH/HU,A,2021-12-31,report,,,,,\n12-KH/HU,A,2021-09-30,report,,,,2021-09-29,2021-09-29\n'
    assert.deepEqual(await counts(two), [2, 0, 0, 0])
    assert.deepEqual(await counts(two), [0, 0, 2, 0])
    assert.deepEqual(await counts('12-KH/HU,A,2021-09-30,report,,,,2021-09-29,\n'), [0, 1, 0, 0])
    assert.deepEqual(
      (await stored(house)).map((o) => [o.ordinal, o.due_on, o.reported_on, o.done_on, o.state]),
      [
        [1, '2021-09-30', '2021-09-29', null, 'open'],
        [2, '2021-12-31', null, null, 'open'],
      ],
    )
    assert.equal((await house.auditActions()).filter((a) => a === 'import.duties').length, 2)
  })

  test('of several tasks on one day needs the task to tell them apart', async () => {
    await using house = await ground()
    const head = `${HEAD},task`
    const rows =
      '12-KH/HU,A,2021-12-31,report,,,,,,Sơ kết\n12-KH/HU,A,2021-12-31,report,,,,,2021-12-30,Tổng kết\n'
    assert.equal((await bring(house, rows, head)).created, 2)
    assert.equal((await bring(house, rows, head)).unchanged, 2)
    const blind = await bring(house, '12-KH/HU,A,2021-12-31,report,,,,,2021-12-31\n')
    assert.deepEqual(
      blind.rejected.map((r) => [r.row, r.code]),
      [[2, 'duties.ambiguous']],
    )
  })
})

test('rows that cannot stand are refused, each with its column and its reason', async () => {
  await using house = await ground([
    ['12-KH/HU', '2021-06-01'],
    ['05-KL/HU', '2016-06-01'],
    ['05-KL/HU', '2021-06-01'],
  ])
  const rows = `12KH,A,2021-12-31,report,,,,,
13-KH/HU,A,2021-12-31,report,,,,,
05-KL/HU,A,2021-12-31,report,,,,,
12-KH/HU,X,2021-12-31,report,,,,,
12-KH/HU,A,31/12/2021,banana,,,,,
12-KH/HU,A,2021-12-31,report,,,,,2022-01-16
12-KH/HU,A,2021-12-31,report,2021-05-31,,,,
12-KH/HU,A,2021-12-30,report,,,,,
12-KH/HU,A,2021-12-30,report,,,,,
`
  const { rejected, created } = await bring(house, rows)
  assert.deepEqual(
    rejected.map((r) => `${r.row} ${r.field} ${r.code}`),
    [
      '2 directive duties.directiveNumber',
      '3 directive duties.directiveUnknown',
      '4 directive duties.directiveShared',
      '5 unit_code duties.unitUnknown',
      '6 product cell.choice',
      '6 due cell.dayFirst',
      '7 done duties.future',
      '8 received duties.beforeDirective',
      '10 directive duties.repeated',
    ],
  )
  assert.match(rejected[2]!.message, /2021-06-01, 2016-06-01.*directive_date/)
  assert.equal(created, 0, 'nothing is written')
  const dated = await bring(house, '05-KL/HU,A,2016-12-31,report,,,,,,2016-06-01\n', `${HEAD},directive_date`)
  assert.equal(dated.created, 1)
})

describe('a code that was given on after a reform', () => {
  const REFORM = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh,tỉnh,,,
D1,Huyện,huyện,P,,2021-09-30
A,Xã cũ,xã,D1,,2021-09-30
A2,Xã khác,xã,D1,,2021-09-30
A,Xã mới,xã,P,2021-10-01,
`
  test('means who held it on the earliest stated day, else on the due day', async () => {
    await using house = await testHouse()
    await house.bring('units', REFORM)
    await house.bring(
      'succession',
      'old_code,new_code,date,share,kind\nA,A,2021-10-01,,merge\nA2,A,2021-10-01,,merge\n',
    )
    const days = { startsOn: '2021-06-01', endsOn: '2021-06-01' }
    const keeperUnitId = (await unitByCode(house.db, 'D1', days))!.id
    const draft = { number: '12-KH/HU', type: 'plan', issuer: null, issuedOn: '2021-06-01', excerpt: 'x' }
    await house.transact((tx) => registerDirective(tx, { ...draft, keeperUnitId }, DOING))
    await bring(
      house,
      `12-KH/HU,A,2021-12-31,report,2021-06-10,,,,
12-KH/HU,A,2021-12-30,report,,,,,
12-KH/HU,A,2021-08-30,report,,,,,
12-KH/HU,A2,2021-12-31,report,,,,,
`,
    )
    assert.deepEqual((await stored(house)).map((o) => `${o.due_on} ${o.unit_name}`).sort(), [
      '2021-08-30 Xã cũ',
      '2021-12-30 Xã mới',
      '2021-12-31 Xã cũ',
      '2021-12-31 Xã khác',
    ])
  })
})

test('ten thousand rows come in at the pace of a set, not row by row', { timeout: 60_000 }, async () => {
  await using house = await testHouse()
  const communes = Array.from({ length: 2_500 }, (_, n) => `C${n},Xã ${n},xã,P,,`)
  await house.bring(
    'units',
    `code,name,kind,parent_code,valid_from,valid_to\nP,Tỉnh,tỉnh,,,\n${communes.join('\n')}\n`,
  )
  const days = { startsOn: '2021-06-01', endsOn: '2021-06-01' }
  const keeperUnitId = (await unitByCode(house.db, 'P', days))!.id
  const draft = { number: '12-KH/TU', type: 'plan', issuer: null, issuedOn: '2021-01-04', excerpt: 'x' }
  await house.transact((tx) => registerDirective(tx, { ...draft, keeperUnitId }, DOING))
  const dues = ['2021-03-31', '2021-06-30', '2021-09-30', '2021-12-31']
  const rows = dues.flatMap((due) =>
    communes.map((_, n) => `12-KH/TU,C${n},${due},report,2021-01-${10 + (n % 20)},,,,`),
  )
  const file = `${rows.join('\n')}\n`
  const started = performance.now()
  assert.equal((await bring(house, file)).created, 10_000)
  const first = performance.now() - started
  assert.equal((await bring(house, file)).unchanged, 10_000)
  assert.ok(first < 20_000, `${first} ms`)
})
