import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exactText, readExact } from '#kernel/exact.ts'
import { type NaPolicy, Rule } from '../schema.ts'
import { readJson } from './read-json.ts'
import { scorer } from './score.ts'

/** What a rule written as JSON gives for an input written as JSON: points, `out`, or `?`. */
function score(rule: string, max: string, input: string, na: NaPolicy = 'zero'): string {
  const scored = scorer(Rule.parse(readJson(rule)), readExact(max)!, na)(readJson(input))
  if (scored.kind === 'scored') return exactText(scored.points)
  return scored.kind === 'left-out' ? 'out' : '?'
}
const TIERS = `"tiers": [
  {"to": 90, "toIncluded": false, "points": 0},
  {"from": 90, "fromIncluded": true, "to": 95, "toIncluded": false, "points": 1},
  {"from": 95, "fromIncluded": true, "to": 100, "toIncluded": false, "points": 1.75},
  {"from": 100, "fromIncluded": true, "points": 2.5}]`

type Case = [rule: string, max: string, input: string, points: string]
const CASES: Record<string, Case[]> = {
  'met or not': [
    ['{"type":"met"}', '1.5', '{"met": true}', '1.5'],
    ['{"type":"met"}', '1.5', '{"met": false}', '0'],
    ['{"type":"met"}', '1.5', '{"met": "true"}', '?'],
    ['{"type":"met"}', '1.5', '{}', '?'],
  ],
  'a checklist: each item once, no item that is not on it': [
    [
      '{"type":"checklist","items":[{"code":"a","points":0.1},{"code":"b","points":0.2}]}',
      '1',
      '{"items":["a","b","a"]}',
      '0.3',
    ],
    ['{"type":"checklist","items":[{"code":"a","points":0.1}]}', '1', '{"items":[]}', '0'],
    ['{"type":"checklist","items":[{"code":"a","points":0.1}]}', '1', '{"items":["z"]}', '?'],
    ['{"type":"checklist","items":[{"code":"a","points":3}]}', '1', '{"items":["a"]}', '1'],
  ],
  'a ratio with floor, target and cap': [
    ['{"type":"ratio","floor":80,"target":100,"cap":100}', '2', '{"num": 4, "den": 5}', '1.6'],
    ['{"type":"ratio","floor":80}', '2', '{"num": 79.9, "den": 100}', '0'],
    ['{"type":"ratio"}', '1', '{"num": 1, "den": 3}', '0.3333333333'],
    ['{"type":"ratio","target":80,"floor":50}', '3.5', '{"num": 40, "den": 100}', '0'],
    ['{"type":"ratio","target":80,"floor":50}', '3.5', '{"num": 60, "den": 100}', '2.625'],
    ['{"type":"ratio","target":80}', '3.5', '{"num": 95, "den": 100}', '3.5'],
    ['{"type":"ratio","target":120,"cap":90}', '2', '{"num": 100, "den": 100}', '1.5'],
    ['{"type":"ratio"}', '2', '{"num": -1, "den": 100}', '?'],
  ],
  'tiers whose bounds are exact': [
    [`{"type":"ratioTiers",${TIERS}}`, '2.5', '{"num": 95, "den": 100}', '1.75'],
    [`{"type":"ratioTiers",${TIERS}}`, '2.5', '{"num": 949999999, "den": 1000000000}', '1'],
    [`{"type":"ratioTiers",${TIERS}}`, '2.5', '{"num": 3, "den": 3}', '2.5'],
    [`{"type":"ratioTiers",${TIERS}}`, '2.5', '{"num": 2, "den": 3}', '0'],
    [
      '{"type":"countTiers","tiers":[{"to":1,"toIncluded":true,"points":1},{"from":1,"fromIncluded":false,"points":2}]}',
      '2',
      '{"count": 1}',
      '1',
    ],
    [
      '{"type":"countTiers","tiers":[{"to":1,"toIncluded":true,"points":1},{"from":1,"fromIncluded":false,"points":2}]}',
      '2',
      '{"count": 1.0000001}',
      '2',
    ],
    ['{"type":"countTiers","tiers":[{"from":2,"to":3,"points":1}]}', '1', '{"count": 9}', '0'],
  ],
  'what is taken off, never below nothing': [
    [
      '{"type":"deduct","per":[{"code":"late","points":0.25},{"code":"missing","points":0.5}]}',
      '1.5',
      '{"late": 2, "missing": 1}',
      '0.5',
    ],
    ['{"type":"deduct","per":[{"code":"late","points":0.25}]}', '1.5', '{"late": 9}', '0'],
    ['{"type":"deduct","per":[{"code":"late","points":0.25}]}', '1.5', '{}', '1.5'],
    ['{"type":"deduct","per":[{"code":"late","points":0.25}]}', '1.5', '{"lost": 1}', '?'],
  ],
  'days beyond the grace': [
    ['{"type":"deadline","graceDays":3,"perDay":0.2}', '1', '{"daysLate": 3}', '1'],
    ['{"type":"deadline","graceDays":3,"perDay":0.2}', '1', '{"daysLate": 5}', '0.6'],
    ['{"type":"deadline","graceDays":3,"perDay":0.2}', '1', '{"daysLate": -4}', '1'],
    ['{"type":"deadline","graceDays":3,"perDay":0.2}', '1', '{"daysLate": 50}', '0'],
  ],
  'an index from elsewhere': [
    ['{"type":"external","outOf":100}', '3', '{"value": 87.5}', '2.625'],
    ['{"type":"external","outOf":100}', '3', '{"value": 101}', '3'],
  ],
  'a survey with its sample': [
    ['{"type":"survey","scale":5,"minSample":30}', '2', '{"groups":{"all":{"mean":4,"n":30}}}', '1.6'],
    ['{"type":"survey","scale":5,"minSample":30}', '2', '{"groups":{"all":{"mean":4,"n":29}}}', '?'],
    [
      '{"type":"survey","scale":"percent","minSample":30}',
      '4',
      '{"groups":{"a":{"percent":90,"n":10},"b":{"percent":50,"n":30}}}',
      '2.4',
    ],
    [
      '{"type":"survey","scale":5,"minSample":30,"weights":{"a":0.7,"b":0.3}}',
      '1',
      '{"groups":{"a":{"mean":5,"n":30},"b":{"mean":0,"n":40},"c":{"mean":1,"n":1}}}',
      '0.7',
    ],
    [
      '{"type":"survey","scale":5,"minSample":30,"weights":{"a":0.7,"b":0.3}}',
      '1',
      '{"groups":{"a":{"mean":5,"n":300}}}',
      '?',
    ],
    [
      '{"type":"survey","scale":5,"minSample":30,"weights":{"a":0.7,"b":0.3}}',
      '1',
      '{"groups":{"a":{"mean":5,"n":300},"b":{"mean":5,"n":29}}}',
      '?',
    ],
    ['{"type":"survey","scale":5,"minSample":0}', '1', '{"groups":{}}', '?'],
    ['{"type":"survey","scale":5,"minSample":0}', '1', '{"groups":{"a":{"mean":5.1,"n":3}}}', '?'],
  ],
  'the change since the year before': [
    [
      '{"type":"compare","tiers":[{"to":0,"points":0},{"from":0,"to":5,"points":1},{"from":5,"points":2}]}',
      '2',
      '{"previous": 200, "now": 210}',
      '2',
    ],
    [
      '{"type":"compare","tiers":[{"to":0,"points":0},{"from":0,"to":5,"points":1},{"from":5,"points":2}]}',
      '2',
      '{"previous": 200, "now": 209.99}',
      '1',
    ],
    [
      '{"type":"compare","tiers":[{"to":0,"points":0},{"from":0,"to":5,"points":1},{"from":5,"points":2}]}',
      '2',
      '{"previous": 200, "now": 199}',
      '0',
    ],
  ],
  'several rules in one': [
    [
      '{"type":"composite","op":"sum","of":[{"max":1.5,"rule":{"type":"ratio"}},{"max":1,"rule":{"type":"met"}}]}',
      '2.5',
      '{"parts":[{"num":1,"den":2},{"met":true}]}',
      '1.75',
    ],
    [
      '{"type":"composite","op":"min","of":[{"max":2,"rule":{"type":"ratio"}},{"max":2,"rule":{"type":"met"}}]}',
      '2',
      '{"parts":[{"num":1,"den":2},{"met":true}]}',
      '1',
    ],
    [
      '{"type":"composite","op":"product","of":[{"max":2,"rule":{"type":"ratio"}},{"max":4,"rule":{"type":"ratio"}}]}',
      '3',
      '{"parts":[{"num":1,"den":2},{"num":1,"den":3}]}',
      '0.5',
    ],
    [
      '{"type":"composite","op":"sum","of":[{"max":1,"rule":{"type":"met"}}]}',
      '1',
      '{"parts":[{"met":"x"}]}',
      '?',
    ],
    ['{"type":"composite","op":"sum","of":[{"max":1,"rule":{"type":"met"}}]}', '1', '{"parts":[]}', '?'],
  ],
}

describe('points of', () => {
  for (const [name, cases] of Object.entries(CASES))
    test(name, () => {
      for (const [rule, max, input, points] of cases)
        assert.equal(score(rule, max, input), points, `${rule} ${input}`)
    })
})

test('where there was nothing to do, the policy of the criterion speaks: a ratio over zero is such a case', () => {
  for (const input of ['{"na": true}', '{"num": 0, "den": 0}']) {
    assert.equal(score('{"type":"ratio"}', '2', input, 'full'), '2')
    assert.equal(score('{"type":"ratio"}', '2', input, 'zero'), '0')
    assert.equal(score('{"type":"ratio"}', '2', input, 'exclude'), 'out')
  }
  const rule = '{"type":"compare","tiers":[{"points":1}]}'
  assert.equal(score(rule, '1', '{"previous": 0, "now": 5}', 'exclude'), 'out')
  assert.equal(score('{"type":"met"}', '1', '{"na": false}'), '?')
})
