import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import { BOOK, bookHouse, bring, counts, download, fill, valuesOf } from '../../../../test/workbook.ts'

test('what one unit types comes back as a draft, and the same file twice changes nothing', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const given = await download(officer)
  const book = await readXlsx(given)
  assert.deepEqual(
    book.sheets.map(({ name }) => name),
    ['Số liệu', 'Hướng dẫn', 'songma'],
  )
  assert.deepEqual(book.sheets[0]!.rows[5]!.slice(1), ['Diện tích cây ăn quả', 'ha', null, 1430.5])
  assert.equal(book.sheets[0]!.rows[6]![1], 'Diện tích cây ăn quả · xoài')
  assert.ok(book.sheets[0]!.protection?.sheet && book.sheets[2]!.veryHidden)

  const filled = await fill(given, { D6: '1.500,5', D7: 800, D9: 42, D10: 0.1 + 0.2, D4: 'Sơ bộ' })
  const preview = await bring(officer, filled, '&dryRun=true')
  assert.deepEqual([preview.status, ...counts(preview)], [200, 4, 1, 1, 0])
  assert.deepEqual(preview.changes[1], {
    at: 'D6',
    unit: { code: 'A', name: 'Xã Nà Nghịu' },
    indicator: { code: 'fruit', label: 'Diện tích cây ăn quả' },
    before: '',
    after: '1500.5',
    isConflict: false,
  })
  assert.equal(await valuesOf(officer), null)

  assert.deepEqual(counts(await bring(officer, filled)), [4, 1, 1, 0])
  assert.deepEqual(await valuesOf(officer), {
    quality: 'preliminary',
    values: [
      { indicator: 'fruit', value: '1500.5' },
      { indicator: 'people', value: '42' },
      { indicator: 'rate', value: '0.3' },
      { indicator: 'fruit', breakdown: { crop: 'xoài' }, value: '800' },
    ],
  })
  assert.deepEqual(counts(await bring(officer, filled)), [0, 0, 6, 0])
  // More typed into the same file later is no conflict with oneself
  const later = await bring(officer, await fill(filled, { D8: 600 }))
  assert.deepEqual(counts(later), [1, 0, 5, 0])
  assert.equal((await house.auditActions()).filter((action) => action === 'report.save').length, 2)
  assert.deepEqual(house.log, [])
})

test('formulas count by their saved result, percentages by what is measured', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const filled = await fill(await download(officer), {
    D6: { value: 12.5, type: 'formula', formula: '10+2.5', formulaResult: 12.5 },
    D9: { value: 0.5, style: { numFmt: '0%' } },
    D10: { value: 0.425, style: { numFmt: '0.0%' } },
  })
  const answer = await bring(officer, filled, '&dryRun=true')
  assert.deepEqual(
    answer.rejected.map(({ field, code }) => [field, code]),
    [['D9', 'workbook.percent']],
  )
  assert.deepEqual(
    answer.changes.map(({ at, after }) => [at, after]),
    [
      ['D6', '12.5'],
      ['D10', '42.5'],
    ],
  )
})

test('several units stand in rows; those that one may not save for are refused and told nothing of', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer', 'D1')
  const given = await download(officer, '&under=D1', 'en')
  const { rows } = (await readXlsx(given)).sheets[0]!
  assert.deepEqual(
    rows.slice(5).map((row) => row.slice(1, 5)),
    [
      ['Xã Nà Nghịu', 'A', 'Missing', 'Official'],
      ['Xã Chiềng Cang', 'A2', 'Missing', 'Official'],
    ],
  )
  const filled = await fill(given, { F6: 1, F7: 2, G7: 3 })
  assert.deepEqual(counts(await bring(officer, filled)), [2, 0, 10, 0])
  assert.deepEqual((await valuesOf(officer, 'A2'))!.values, [{ indicator: 'fruit', value: '2' }])

  const own = await bring(house.as('officer'), await fill(given, { F6: 9, F7: 9 }), '&dryRun=true')
  assert.deepEqual(
    own.rejected.map(({ field, code }) => [field, code]),
    [
      ['F6', 'workbook.conflict'],
      ['F7', 'workbook.unit'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(own), /Chiềng Cang/)
  assert.equal(
    (await house.as('leader').post('/api/v1/imports?format=workbook', new Blob(['x']))).status,
    403,
  )
  assert.equal((await officer.get(`${BOOK}&unit=A,B`)).status, 403)
})

test('with a flag the drafts are submitted at once, by whoever may', async () => {
  await using house = await bookHouse()
  const filled = await fill(await download(house.as('officer')), { D6: 5 })
  const refused = await bring(house.as('collector'), filled, '&submit=true')
  assert.deepEqual(
    refused.rejected.map(({ field, code }) => [field, code]),
    [['D6', 'auth.forbidden']],
  )
  assert.deepEqual(counts(await bring(house.as('officer'), filled, '&submit=true')), [1, 0, 5, 0])

  // Now it is closed to typing: no cell has a ground, and whoever types all the same is told why.
  const closed = await download(house.as('officer'))
  const sheet = (await readXlsx(closed, { readStyles: true })).sheets[0]!
  assert.notEqual(sheet.cells!.get('5,3')!.style?.protection?.locked, false)
  const late = await bring(house.as('officer'), await fill(closed, { D6: 6 }))
  assert.deepEqual(
    late.rejected.map(({ field, code }) => [field, code]),
    [['D6', 'report.notNow']],
  )
})

test('it holds the caller’s own units, and tells nobody else what there is', async () => {
  await using house = await bookHouse()
  const { rows } = (await readXlsx(await download(house.as('officer'), '&under=D1'))).sheets[0]!
  assert.equal(rows[0]![3], 'unit:A')
  assert.doesNotMatch(JSON.stringify(rows), /Chiềng Cang/)
  const outsider = house.as('outsider')
  for (const asked of ['under=D1', 'unit=A', 'unit=B,A', 'unit=nowhere', 'under=nowhere']) {
    const answer = await outsider.get(`${BOOK}&${asked}`)
    assert.deepEqual([asked, answer.status], [asked, 403])
  }
})
