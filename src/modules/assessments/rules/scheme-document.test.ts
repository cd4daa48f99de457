import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Scheme } from '../schema.ts'
import { readJson } from './read-json.ts'
import { schemeDocument } from './scheme-document.ts'

const read = (text: string) => Scheme.parse(readJson(text))

test('a scheme that is written out is read again as it was, to the digit', () => {
  const criterion = (code: string, rule: object) => ({ code, name: code, max: 1, rule })
  const scheme = read(
    JSON.stringify({
      code: '2021',
      name: '12',
      subjects: 'units',
      validFrom: '2021-01-01',
      rebase: true,
      adjust: { min: -3, max: 3 },
      classes: [{ label: '90', from: 90 }],
      areas: [
        {
          code: '1',
          name: 'x',
          max: 4,
          criteria: [
            criterion('1.1', {
              type: 'survey',
              scale: 'percent',
              minSample: 30,
              weights: { max: 0.7, b: 0.3 },
            }),
            criterion('1.2', { type: 'survey', scale: 5 }),
            criterion('1.3', { type: 'checklist', items: [{ code: '1', points: 0.1, label: '2' }] }),
            criterion('1.4', { type: 'ratioTiers', tiers: [{ from: 0.1, points: 1 }] }),
          ],
        },
      ],
    }),
  )
  const long = { ...scheme, areas: [{ ...scheme.areas[0]!, max: '4.0000000001' }] }
  const text = schemeDocument(long)
  assert.deepEqual(read(text), long)
  assert.match(text, /"max": 4\.0000000001/)
  assert.match(text, /"code": "1"/)
  assert.match(text, /"label": "2"/)
})
