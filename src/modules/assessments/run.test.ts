import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import { assessmentFormats, checkAssessment, keepAssessment } from './index.ts'

const SCHEME = {
  code: 'PAR',
  name: 'Chỉ số cải cách hành chính',
  subjects: 'units',
  validFrom: '2020-01-01',
  validTo: null,
  basis: 'Quyết định minh họa',
  roundDecimals: 2,
  rebase: true,
  ties: 'skip',
  classes: [{ label: 'Tốt', from: 80 }],
  areas: [
    {
      code: 'I',
      name: 'Chỉ đạo',
      max: 3,
      criteria: [
        { code: '1.1', name: 'Kế hoạch', max: 1, na: 'zero', rule: { type: 'met' } },
        { code: '1.2', name: 'Hoàn thành', max: 2, na: 'exclude', rule: { type: 'ratio', floor: 50 } },
      ],
    },
  ],
}
const HEADER = 'scheme,period,unit_code,criterion,stage,input,reason\n'
const row = (unit: string, criterion: string, input: object, stage = 'verified', period = '2021') =>
  `PAR,${period},${unit},${criterion},${stage},"${JSON.stringify(input).replaceAll('"', '""')}",\n`
const SCORES =
  HEADER +
  row('A', '1.1', { met: true }) +
  row('A', '1.2', { num: 1, den: 3 }) +
  row('A2', '1.1', { met: true }, 'self') +
  row('A2', '1.2', { num: 2, den: 3 }) +
  row('B', '1.2', { num: 1, den: 1 })

async function schemeHouse(scores = SCORES): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('scheme', JSON.stringify(SCHEME))
  await house.bring('scores', scores)
  return house
}
const asked = { scheme: 'PAR', period: '2021' }
const keep = (house: TestHouse, more = {}) =>
  house.transact((tx) => keepAssessment(tx, { ...asked, ...more }, { by: 'songma', at: house.clock.now }))

/** What a file is refused for: field and sentence. */
async function refused(house: TestHouse, format: string, text: string): Promise<string[]> {
  const answer = await importFiles(house, [{ name: format, body: new Blob([text]).stream() }], {
    formats: assessmentFormats,
    format: assessmentFormats.find(({ name }) => name === format),
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now: house.clock.now,
    today: '2022-01-15',
    t: translator('en'),
  })
  return answer.rejected.map(({ row, field, code }) => `${row} ${field} ${code}`)
}

describe('an assessment that is kept', () => {
  test('comes from a scheme and scores that were brought in', async () => {
    await using house = await schemeHouse()
    const { assessment } = await keep(house)
    assert.deepEqual(
      assessment.results.map(({ unitCode, points, max, indexPercent, rank, class: label, complete }) => [
        unitCode,
        points,
        max,
        indexPercent,
        rank,
        label,
        complete,
      ]),
      [
        ['A2', '2.3333333333', '3', '77.78', 1, null, true],
        ['A', '1', '3', '33.33', 2, null, true],
        ['B', '2', '3', null, null, null, false],
      ],
    )
    assert.match(assessment.sha256, /^[0-9a-f]{64}$/)
  })

  test('is the same to the byte when it is worked out again, until something else is said', async () => {
    await using house = await schemeHouse()
    assert.equal((await checkAssessment(house.db, asked)).verdict, 'none')
    assert.equal((await keep(house)).isNew, true)
    assert.equal((await keep(house)).isNew, false)
    assert.equal((await checkAssessment(house.db, asked)).verdict, 'same')

    await house.bring('scores', HEADER + row('A', '1.2', { num: 3, den: 3 }))
    assert.equal((await checkAssessment(house.db, asked)).verdict, 'changed')
    await keep(house)
    assert.equal((await checkAssessment(house.db, asked)).verdict, 'same')

    await house.db.updateTable('assessments').set({ result: '{}' }).execute()
    assert.equal((await checkAssessment(house.db, asked)).verdict, 'broken')
  })

  test('of a group ranks its members alone', async () => {
    await using house = await schemeHouse()
    const ranks = async (group: string) =>
      (await keep(house, { group })).assessment.results.map(({ unitCode, rank }) => `${unitCode} ${rank}`)
    assert.deepEqual(await ranks('D1'), ['A2 1', 'A 2'])
    assert.deepEqual(await ranks('xã'), ['A2 1', 'A 2', 'B null'])
    await assert.rejects(ranks('nowhere'), { code: 'assessment.groupNotFound' })
  })

  test('is by the version that rules the period; what was in force is never changed', async () => {
    await using house = await schemeHouse()
    await house.bring('scheme', JSON.stringify({ ...SCHEME, validFrom: '2022-01-01', ties: 'dense' }))
    await house.bring('scores', HEADER + row('A', '1.1', { met: true }, 'verified', '2022'))
    assert.equal((await keep(house)).assessment.version, 1)
    assert.equal((await keep(house, { period: '2022' })).assessment.version, 2)
    await assert.rejects(keep(house, { period: '2019' }), { code: 'assessment.schemeNotFound' })
    await assert.rejects(keep(house, { period: '2023' }), { code: 'assessment.nothingScored' })
  })
})

describe('the files', () => {
  test('brought in twice change nothing', async () => {
    await using house = await schemeHouse()
    const again = await house.bring('scores', SCORES)
    assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 5])
    const scheme = await house.bring('scheme', JSON.stringify(SCHEME, null, 2))
    assert.deepEqual([scheme.created, scheme.changed, scheme.unchanged], [0, 0, 1])
  })

  test('of scores are refused row by row, with a sentence for each', async () => {
    await using house = await schemeHouse()
    const bad =
      HEADER +
      row('A', '9.9', { met: true }) +
      row('Z', '1.1', { met: true }) +
      row('A', '1.1', { num: 1 }) +
      row('A', '1.1', { met: true }, 'said') +
      'NONE,2021,A,1.1,self,{},\n' +
      'PAR,2021Q9,A,1.1,self,{},\n' +
      'PAR,2021,A,1.1,self,not json,\n' +
      row('A', '*', { adjust: '-2' }) +
      row('A', '*', { adjust: '-2' })
    assert.deepEqual(await refused(house, 'scores', bad), [
      '2 criterion scores.criterionUnknown',
      '3 unit_code values.unitUnknown',
      '4 input scores.input',
      '5 stage cell.choice',
      '6 scheme scores.schemeUnknown',
      '7 period values.period',
      '8 input scores.input',
      '10 criterion scores.repeated',
    ])
  })

  test('of a scheme say where it is wrong', async () => {
    await using house = await testHouse()
    const wrong = { ...SCHEME, rebase: false, areas: [{ ...SCHEME.areas[0], max: 4 }] }
    assert.deepEqual(await refused(house, 'scheme', JSON.stringify(wrong)), [
      '1 I scheme.areaSum',
      '1 1.2 scheme.excludeWithoutRebase',
    ])
    assert.deepEqual(await refused(house, 'scheme', '{"code": "X"'), ['1  scheme.notJson'])
    const fields = await refused(house, 'scheme', '{"code": "X", "name": "X"}')
    assert.ok(fields.includes('1 areas scheme.form'), fields.join())
  })
})
