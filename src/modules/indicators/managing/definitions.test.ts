import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { FormDefinition, IndicatorAnswer } from '../api/definitions.ts'

const AREA = {
  code: 'area',
  name: 'Diện tích',
  nameEn: null,
  unitOfMeasure: 'ha',
  acrossUnits: 'sum',
  weight: null,
  acrossTime: 'last',
  formula: null,
  minimum: '0',
  breakdown: { name: 'crop', items: ['longan', 'mango'] },
}
const RATE = {
  ...AREA,
  code: 'rate',
  formula: '{area} / 2',
  minimum: null,
  breakdown: null,
  acrossUnits: 'none',
}
const FORM = {
  form: 'crops',
  name: 'Cây trồng',
  nameEn: null,
  frequency: 'year',
  field: 'agriculture',
  indicators: ['area'],
}

async function defined(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  for (const [path, body] of [
    ['indicators', AREA],
    ['indicators', RATE],
    ['forms', FORM],
  ] as const)
    assert.equal((await house.as('office').post(`/api/v1/${path}`, body)).status, 200)
  return house
}
const report = (house: TestHouse) =>
  house.bring(
    'values',
    'indicator,unit_code,period,value,form,breakdown\narea,A,2021,8,crops,crop=longan\narea,A2,2021,4,crops,\n',
  )
const list = async (house: TestHouse) =>
  ((await (await house.as('nobody').get('/api/v1/indicators')).json()) as { indicators: IndicatorAnswer[] })
    .indicators
type Refused = { code: string; errors: { path: string; message: string }[] }
const put = async (house: TestHouse, path: string, body: object) => {
  const res = await house.as('office').put(`/api/v1/${path}?lang=en`, body)
  const { code, errors } = (await res.json()) as Refused
  return { status: res.status, code, errors }
}

describe('an indicator', () => {
  test('is made, asked in a form, and told with what stands behind it', async () => {
    await using house = await defined()
    await report(house)
    const [area, rate] = await list(house)
    assert.deepEqual(
      { ...area!.use, forms: area!.forms, neededBy: area!.neededBy },
      { values: 3, from: '2021', to: '2021', items: ['longan'], forms: ['crops'], neededBy: ['rate'] },
    )
    assert.deepEqual(area!.breakdown, AREA.breakdown)
    assert.equal(rate!.use.values, 3)
    const audit = await house.auditActions()
    assert.equal(audit.filter((action) => action === 'definition.change').length, 3)
  })

  test('that has values keeps its meaning and says why; its name may change', async () => {
    await using house = await defined()
    await report(house)
    const { status, errors } = await put(house, 'indicators/area', {
      ...AREA,
      unitOfMeasure: 'm²',
      breakdown: { name: 'crop', items: ['mango'] },
    })
    assert.equal(status, 422)
    assert.deepEqual(
      errors.map(({ path }) => path),
      ['unitOfMeasure', 'breakdown'],
    )
    assert.match(errors[0]!.message, /3 values, from period 2021 to 2021/)
    assert.equal((await put(house, 'indicators/rate', { ...RATE, formula: '{area} / 3' })).status, 422)

    const renamed = {
      ...AREA,
      name: 'Diện tích gieo trồng',
      breakdown: { name: 'crop', items: ['longan', 'plum'] },
    }
    assert.equal((await put(house, 'indicators/area', renamed)).status, 200)
    assert.equal((await list(house))[0]!.name, 'Diện tích gieo trồng')
  })

  test('has a code of its own, and may not lead back to itself', async () => {
    await using house = await defined()
    const post = async (body: object) => (await house.as('office').post('/api/v1/indicators', body)).status
    assert.equal(await post(AREA), 409)
    assert.equal((await put(house, 'indicators/none', { ...AREA, code: 'none' })).status, 404)
    const circle = await put(house, 'indicators/area', { ...RATE, code: 'area', formula: '{rate} + 1' })
    assert.match(circle.errors[0]!.message, /area → rate → area/)
  })

  test('of a formula can be tried before it is made', async () => {
    await using house = await defined()
    await report(house)
    const trial = (formula: string) =>
      house
        .as('nobody')
        .get(`/api/v1/formula-trial?lang=en&unit=D1&period=2021&formula=${encodeURIComponent(formula)}`)
    const told = (await (await trial('{area} * 100 / 30')).json()) as { value: string; parts: object[] }
    assert.equal(told.value, '40')
    assert.equal(told.parts.length, 1)
    assert.deepEqual(
      ((await (await trial('1 / ({area} - 12)')).json()) as { missing: string }).missing,
      'division-by-zero',
    )
    const bad = (await (await trial('{area} +')).json()) as Refused
    assert.match(bad.errors[0]!.message, /character 9/)
  })
})

describe('a form', () => {
  const read = async (house: TestHouse) =>
    (await (await house.as('nobody').get('/api/v1/forms/crops')).json()) as FormDefinition

  test('keeps the order of its indicators, and its field', async () => {
    await using house = await defined()
    await house.as('office').post('/api/v1/indicators', { ...AREA, code: 'yield', breakdown: null })
    await put(house, 'forms/crops', { ...FORM, indicators: ['yield', 'area'], field: null })
    const form = await read(house)
    assert.deepEqual([form.indicators, form.field, form.reports], [['yield', 'area'], null, 0])
  })

  test('does not let go of what it was answered', async () => {
    await using house = await defined()
    await house.as('office').post('/api/v1/indicators', { ...AREA, code: 'yield', breakdown: null })
    await report(house)
    assert.deepEqual((await read(house)).used, ['area'])
    const { errors } = await put(house, 'forms/crops', { ...FORM, indicators: ['yield'], frequency: 'month' })
    assert.deepEqual(
      errors.map(({ path }) => path),
      ['indicators', 'frequency'],
    )
    const computed = await put(house, 'forms/crops', { ...FORM, indicators: ['area', 'rate'] })
    assert.match(computed.errors[0]!.message, /Computed by the software/)
  })
})
