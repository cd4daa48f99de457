import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY } from '../../../../test/house.ts'
import { ask, CALL, programmeHouse } from '../../../../test/programme-house.ts'

const MONTHS = `houses,A,202101,1
houses,A,202103,2
houses,A2,202103,4
houses,B,202112,3
`
const TARGETS = `houses,P,2021,11,cumulative
houses,D1,2021,7,cumulative
houses,D2,2021,4,cumulative
houses,P,202101,1,cumulative
`

describe('attainment', () => {
  test('says of every unit below what it came to, against its target, with its rank', async () => {
    await using house = await programmeHouse(MONTHS, TARGETS)
    const { figure, rows, rest, programme } = await ask(house, '')
    assert.equal(programme.breakthrough, 1)
    assert.deepEqual([figure.key, figure.value, figure.target], ['F1', '10', '11'])
    assert.deepEqual(
      rows.map(({ unit, value, attainmentPercent, met, rank }) => [
        unit.code,
        unit.shortCode,
        value,
        attainmentPercent,
        met,
        rank,
      ]),
      [
        ['D1', 'SM', '7', '100.0', true, 1],
        ['D2', 'ML', '3', '75.0', false, 2],
      ],
    )
    assert.equal(rest, null)
  })

  test('follows flows through the months that were reported, each point from the beginning of the year', async () => {
    await using house = await programmeHouse(MONTHS, TARGETS)
    const { trend, rows } = await ask(house, '')
    assert.equal(trend.course, 'growing')
    assert.deepEqual(trend.steps.slice(0, 3), ['202101', '202102', '202103'])
    assert.deepEqual(trend.values, ['1', '1', '7', '7', '7', '7', '7', '7', '7', '7', '7', '10'])
    assert.deepEqual([trend.plan[0], trend.plan[1], trend.plan[11]], ['1', null, '11'])
    assert.deepEqual(rows[1]!.trend.slice(-2), [null, '3'])
  })

  test('follows stocks by how they stood, and yearly reports over the years', async () => {
    await using house = await programmeHouse(
      'longan,A,2021Q1,5\nlongan,A,2021Q3,8\nhouses,A,2020,4\nhouses,A,2021,6\n',
    )
    const stocks = await ask(house, '&figure=F2&unit=D1')
    assert.equal(stocks.trend.course, 'standing')
    assert.deepEqual(stocks.trend.values, ['5', '5', '8', '8'])
    assert.deepEqual(stocks.rows[0]!.trend, ['5', '5', '8', '8'])
    const yearly = await ask(house, '&figure=F1&unit=D1')
    assert.equal(yearly.trend.course, 'before')
    assert.deepEqual(
      [yearly.trend.steps, yearly.trend.values],
      [
        ['2020', '2021'],
        ['4', '6'],
      ],
    )
  })

  test('gives every unit without anybody below it, where that is asked', async () => {
    await using house = await programmeHouse(MONTHS)
    const { rows } = await ask(house, '&below=leaves')
    assert.deepEqual(
      rows.map(({ unit, value }) => [unit.code, value]),
      [
        ['A', '3'],
        ['A2', '4'],
        ['B', '3'],
      ],
    )
  })

  test('tells what lies at the unit itself and at nobody below it', async () => {
    await using house = await programmeHouse('houses,D1,2021,2\nhouses,A,2021,5\n')
    const { figure, rest, rows } = await ask(house, '&unit=D1')
    assert.deepEqual([figure.value, rest], ['7', '2'])
    assert.deepEqual(
      rows.map(({ value }) => value),
      ['5', null],
    )
  })

  test('takes what is only submitted into account when that is asked, and only then', async () => {
    await using house = await programmeHouse('houses,A,2021,5\n')
    await house.bring('values', 'indicator,unit_code,period,value,state\nhouses,A2,2021,4,submitted\n')
    assert.equal((await ask(house, '&unit=D1')).figure.value, '5')
    const { figure, rows } = await ask(house, '&unit=D1&state=submitted')
    assert.deepEqual([figure.value, rows.map(({ value }) => value)], ['9', ['5', '4']])
  })

  test('knows no other figures than those of the programme, and no other programme', async () => {
    await using house = await programmeHouse('')
    assert.equal((await house.as('leader').get(`${CALL}&figure=F9`)).status, 404)
    const other = await house.as('leader').get('/api/v1/programmes/x/attainment?period=2021')
    assert.equal(((await other.json()) as { code: string }).code, 'programme.notFound')
  })

  test('lists how the programmes stand, each by the figure with a target that most units reported', async () => {
    await using house = await programmeHouse(MONTHS, TARGETS)
    const answer = await house.as('nobody').get('/api/v1/standings?period=2021')
    const { programmes } = (await answer.json()) as { programmes: { slug: string; headline: string }[] }
    assert.deepEqual(
      programmes.map(({ slug, headline }) => [slug, headline]),
      [['housing', 'F1']],
    )
  })
})

describe('attainment in the borders of now', () => {
  const REFORM = COUNTRY.replace('A,Xã Nà Nghịu,xã,D1,,', 'A,Xã Nà Nghịu,xã,D1,,2025-06-30')
    .replace('A2,Xã Chiềng Cang,xã,D1,,', 'A2,Xã Chiềng Cang,xã,D1,,2025-06-30')
    .concat('N,Xã Mới,xã,D1,2025-07-01,\n')
  const SUCCESSION = 'old_code,new_code,date,share,kind\nA,N,2025-07-01,1,merge\nA2,N,2025-07-01,1,merge\n'

  test('adds up what was merged, targets too, and says which units of then it is made of', async () => {
    await using house = await programmeHouse(
      MONTHS,
      'houses,A,2021,4,cumulative\nhouses,A2,2021,4,cumulative\n',
      REFORM,
    )
    await house.bring('succession', SUCCESSION)
    const then = await ask(house, '&unit=D1')
    assert.deepEqual([then.rows.length, then.ground?.ofThen.count, then.ground?.ofNow.count], [2, 2, 1])
    const { rows, carried } = await ask(house, '&unit=D1&borders=now')
    const [row] = rows
    assert.equal(rows.length, 1)
    assert.deepEqual(
      [row!.unit.code, row!.value, row!.target, row!.attainmentPercent, row!.restated],
      ['N', '7', '8', '87.5', true],
    )
    assert.deepEqual(
      row!.from.map(({ name, share }) => [name, share]),
      [
        ['Xã Nà Nghịu', '1'],
        ['Xã Chiềng Cang', '1'],
      ],
    )
    assert.deepEqual(row!.trend.slice(0, 3), ['1', '1', '7'])
    assert.deepEqual(carried, { units: 1, whole: 1 })
  })

  test('finds the unit of now by its code in a period before it began', async () => {
    await using house = await programmeHouse(MONTHS, '', REFORM)
    await house.bring('succession', SUCCESSION)
    const { figure, trend, rows } = await ask(house, '&unit=N&borders=now')
    assert.deepEqual([figure.value, trend.values[2], rows.length], ['7', '7', 0])
  })
})

describe('the table as a file', () => {
  test('CSV has a line for each unit, one for the whole, and its source', async () => {
    await using house = await programmeHouse(MONTHS, TARGETS)
    const answer = await house.as('leader').get(`${CALL.replace('?', '.csv?')}`)
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment/)
    const lines = (await answer.text()).split('\r\n')
    assert.match(lines[0]!, /^(\uFEFF)?Mã,Đơn vị,Gồm đơn vị cũ,Thực hiện \(nhà\)/)
    assert.equal(lines[2], 'D2,Huyện Mường La,,3,4,75.0,2,1,1,Chính thức')
    assert.match(lines[3]!, /^P,"Tỉnh Sơn La, tất cả",,10,11,90.9,,3,3,/)
    assert.match(
      lines[5]!,
      /Nguồn: Sông Mã, Nhà bàn giao \(F1\), Tỉnh Sơn La, kỳ 2021; theo địa giới khi đó; số đã duyệt/,
    )
  })

  test('XLSX holds the same with numbers as numbers', async () => {
    await using house = await programmeHouse(MONTHS, TARGETS)
    const answer = await house.as('leader').get(`${CALL.replace('?', '.xlsx?')}`)
    const { readXlsx } = await import('hucre')
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const { rows } = book.sheets[0]!
    assert.deepEqual(rows[2]!.slice(0, 7), ['D2', 'Huyện Mường La', null, 3, 4, 75, 2])
    assert.match(String(rows.at(-1)![0]), /^Nguồn: Sông Mã/)
  })
})

/** One district with this many communes, each of which reported every month. */
function bigCountry(communes: number): { units: string; values: string; targets: string } {
  const codes = Array.from({ length: communes }, (_, i) => `C${String(i).padStart(2, '0')}`)
  const months = Array.from({ length: 12 }, (_, i) => `2021${String(i + 1).padStart(2, '0')}`)
  return {
    units: `code,name,kind,parent_code,valid_from,valid_to\nP,Huyện P,huyện,,,\n${codes.map((c) => `${c},Xã ${c},xã,P,,\n`).join('')}`,
    values: codes.flatMap((c) => months.map((m) => `houses,${c},${m},1\n`)).join(''),
    targets: codes.map((c) => `houses,${c},2021,10,cumulative\n`).join(''),
  }
}

test('nineteen units and twelve months take no more statements than two units: 32 at most', async () => {
  const counts: number[] = []
  for (const communes of [2, 19]) {
    const { units, values, targets } = bigCountry(communes)
    await using house = await programmeHouse(values, targets, units)
    await ask(house, '')
    counts.push(await house.countQueries(() => ask(house, '')))
    const { rows } = await ask(house, '')
    assert.equal(rows.length, communes)
    assert.ok(rows.every(({ trend }) => trend.at(-1) === '12'))
  }
  assert.equal(counts[0], counts[1])
  assert.ok(counts[0]! <= 32, `${counts[0]} statements`)
  assert.ok(counts[0]! <= 32, `${counts[0]} statements`)
})
