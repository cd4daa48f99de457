import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importFormat } from './format.ts'
import { judgeHeader } from './header.ts'

const form = (name: string, required: string[], optional: string[] = []) =>
  importFormat({
    name,
    reads: 'table',
    required,
    optional,
    numbers: [],
    order: 1,
    access: { may: 'import.any', at: 'everywhere' },
    run: async () => ({ created: 0, changed: 0, unchanged: 0 }),
  })

const units = form('units', ['code', 'name', 'kind', 'parent_code'], ['name_en'])
const targets = form('targets', ['indicator', 'unit_code', 'period', 'value'], ['kind'])
const values = form('values', ['indicator', 'unit_code', 'period', 'value'], ['form', 'state'])
const all = [units, targets, values]

const judge = (header: string, fileName = 'upload', formats = all) => {
  const verdict = judgeHeader(header.split(','), fileName, formats)
  if ('format' in verdict) return verdict.format.name
  return verdict.faults.map(({ field, code }) => `${code} ${field}`.trim())
}

describe('the form of a table is told by its header', () => {
  test('columns stand in any order, spaces around a name do not count', () => {
    assert.equal(judge('kind, parent_code ,code,name'), 'units')
    assert.deepEqual(judgeHeader(['kind', 'parent_code', 'code', 'name'], '', all), {
      format: units,
      places: [2, 3, 0, 1, -1],
    })
  })

  test('an optional column decides where the required ones do not', () => {
    assert.equal(judge('indicator,unit_code,period,value,kind'), 'targets')
    assert.equal(judge('indicator,unit_code,period,value,state'), 'values')
  })

  test('a header that fits two forms is decided by the name of the file, else asked about', () => {
    const header = 'indicator,unit_code,period,value'
    assert.deepEqual(judge(header), ['header.ambiguous'])
    assert.equal(judge(header, 'Values-2021.csv'), 'values')
    assert.equal(judge(header, 'targets.csv'), 'targets')
    assert.deepEqual(judge(header, 'values and targets.csv'), ['header.ambiguous'])
    assert.deepEqual(judge(header, 'devalues.csv'), ['header.ambiguous'])
    assert.equal(judge(header, 'upload', [targets]), 'targets')
  })

  test('when nothing tells, the usual one is meant, but not against a name that speaks of several', () => {
    const header = 'indicator,unit_code,period,value'
    const forms = [units, targets, { ...values, isUsual: true as const }]
    assert.equal(judge(header, 'upload', forms), 'values')
    assert.equal(judge(header, 'targets.csv', forms), 'targets')
    assert.deepEqual(judge(header, 'values and targets.csv', forms), ['header.ambiguous'])
  })

  test('a form that is nearly there is named, with what is wrong', () => {
    assert.deepEqual(judge('code,name,kind,parent'), ['header.unknown parent', 'header.missing parent_code'])
    assert.deepEqual(judge('Code,name,kind,parent_code'), ['header.unknown Code', 'header.missing code'])
    assert.deepEqual(judge('indicator,unit_code,period,value,state,kind', 'values.csv'), [
      'header.unknown kind',
    ])
  })

  test('a header that is near no form, or near two, is told all of them', () => {
    assert.deepEqual(judge('a,b,c'), ['header.unrecognised'])
    assert.deepEqual(judge('indicator,unit_code,period,gia_tri'), ['header.unrecognised'])
    const verdict = judgeHeader(['a'], '', [units, values])
    assert.ok('faults' in verdict)
    assert.deepEqual(verdict.faults[0]?.details, {
      forms:
        'units (code, name, kind, parent_code, name_en); values (indicator, unit_code, period, value, form, state)',
    })
  })

  test('what is no header at all', () => {
    assert.deepEqual(judge(''), ['header.blank'])
    assert.deepEqual(judge(' , '), ['header.blank'])
    assert.deepEqual(judge('code;name;kind;parent_code'), ['header.delimiter'])
    assert.deepEqual(judge('code\tname\tkind'), ['header.delimiter'])
    assert.deepEqual(judge('code,name,kind,parent_code,name,'), ['header.unnamed', 'header.duplicate name'])
  })
})
