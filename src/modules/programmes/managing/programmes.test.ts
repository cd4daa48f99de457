import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { ProgrammeAnswer } from '../api/programmes.ts'

const FIGURE = {
  key: 'F01',
  indicator: 'area',
  label: 'Diện tích',
  labelEn: 'Area',
  phrase: null,
  phraseEn: null,
  basis: 'exact',
  step: null,
}
const PROGRAMME = {
  slug: 'cay-an-qua',
  name: 'Cây ăn quả',
  nameEn: 'Fruit trees',
  summary: '',
  summaryEn: '',
  unit: 'D1',
  startsOn: '2021-01-01',
  endsOn: '2022-12-31',
  breakthrough: true,
  position: 1,
  figures: [FIGURE, { ...FIGURE, key: 'F02', indicator: 'houses', basis: 'more-than', step: '10' }],
}

async function country(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring(
    'indicators',
    'code,name,unit_of_measure,across_units,across_time\narea,A,ha,sum,last\nhouses,B,nhà,sum,sum\n',
  )
  return house
}
const change = (house: TestHouse, more: object, unit?: string) =>
  house.as('office', unit).put(`/api/v1/programmes/${PROGRAMME.slug}?lang=en`, { ...PROGRAMME, ...more })
const faults = async (res: Response) =>
  ((await res.json()) as { errors: { path: string; message: string }[] }).errors.map(({ path }) => path)

describe('a programme', () => {
  test('is made with its figures, by the office of its unit, and by no other', async () => {
    await using house = await country()
    assert.equal((await house.as('office', 'D2').post('/api/v1/programmes', PROGRAMME)).status, 403)
    assert.equal((await house.as('office', 'D1').post('/api/v1/programmes', PROGRAMME)).status, 200)
    assert.equal((await house.as('office', 'D1').post('/api/v1/programmes', PROGRAMME)).status, 409)
    const res = await house.as('nobody').get('/api/v1/programmes')
    const { programmes } = (await res.json()) as { programmes: ProgrammeAnswer[] }
    const { unitName, used, ...told } = programmes[0]!
    assert.deepEqual([told, unitName, used], [PROGRAMME, 'Huyện Sông Mã', []])
  })

  test('cannot be given to a unit out of reach', async () => {
    await using house = await country()
    await house.as('office').post('/api/v1/programmes', PROGRAMME)
    assert.equal((await change(house, { unit: 'D2' }, 'D1')).status, 403)
    assert.equal((await change(house, { name: 'Mới' }, 'D1')).status, 200)
  })

  test('keeps the figures that have values, with their indicators, and lets the others go', async () => {
    await using house = await country()
    await house.as('office').post('/api/v1/programmes', PROGRAMME)
    await house.bring('values', 'indicator,unit_code,period,value\narea,A,2021,8\n')
    assert.deepEqual(await faults(await change(house, { figures: [] })), ['figures'])
    assert.deepEqual(await faults(await change(house, { figures: [{ ...FIGURE, indicator: 'houses' }] })), [
      'figures.0',
    ])
    assert.equal((await change(house, { figures: [{ ...FIGURE, label: 'Tên khác' }] })).status, 200)
  })

  test('says what is wrong with it', async () => {
    await using house = await country()
    await house.as('office').post('/api/v1/programmes', PROGRAMME)
    const other = {
      ...PROGRAMME,
      slug: 'khac',
      endsOn: '2020-01-01',
      figures: [FIGURE, { ...FIGURE, key: 'X', indicator: 'no' }],
    }
    const res = await house.as('office').post('/api/v1/programmes', { ...other, unit: 'P' })
    assert.deepEqual(await faults(res), ['endsOn', 'figures.0', 'figures.1'])
    const step = await change(house, { figures: [{ ...FIGURE, step: '10' }] })
    assert.equal(step.status, 400)
    assert.deepEqual(await faults(step), ['figures.0.step'])
  })
})
