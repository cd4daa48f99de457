import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublishedResult, Why } from '#modules/assessments/api/results.ts'
import { demoFrame, drawn } from '../../../../test/portal-views.ts'
import { wordsOf } from '../parts/words.ts'
import type { RankingView } from '../view.ts'
import { rankingPage } from './ranking.ts'
import { rankingsPage } from './rankings.ts'

const unit = { code: '126', name: 'Huyện Sông Mã' }
const LINE = {
  id: '2',
  name: 'Chỉ số cải cách hành chính năm 2021',
  scheme: { code: 'PAR', name: 'Chỉ số cải cách hành chính', version: 1, isExternal: false },
  period: '2021',
  keeper: { code: '14', name: 'Tỉnh Sơn La' },
  publishedOn: '2022-03-10',
  decision: '392/QĐ-UBND',
  subjects: 2,
  complete: 1,
  versions: 2,
  appealsUntil: null,
}
const row = (more: object) => ({
  unit,
  points: '88.7837925916',
  max: '100',
  indexPercent: '88.78',
  rank: 3,
  class: 'Tốt',
  complete: true,
  adjusted: '0',
  areas: [{ code: 'I', points: '10.5', max: '12' }],
  before: { points: '67.6', indexPercent: '67.62', rank: 10 },
  ...more,
})
const RESULT: PublishedResult = {
  ...LINE,
  version: 2,
  history: [],
  before: { id: '1', period: '2020', subjects: 2, isOtherVersion: false },
  meanPercent: '88.78',
  areas: [{ code: 'I', name: 'Chỉ đạo', max: '12', meanPercent: '87.5' }],
  classes: [],
  rows: [
    row({}),
    row({
      unit: { code: '127', name: 'Huyện Sốp Cộp' },
      ...{ points: '4', indexPercent: null, rank: null, class: null, complete: false, before: null },
      areas: [{ code: 'I', points: null, max: '12' }],
    }),
  ],
  nextCursor: null,
}
const WHY: Why = {
  ...row({}),
  result: LINE,
  version: 2,
  ranked: 1,
  lost: '1.5',
  areas: [
    {
      ...{ code: 'I', name: 'Chỉ đạo', points: '10.5', max: '12', lost: '1.5', meanPercent: '87.5' },
      criteria: [
        {
          ...{ code: '1.1', name: 'Kế hoạch', points: '10.5', max: '12', schemeMax: '12', lost: '1.5' },
          ...{ stage: 'verified', why: 'a, b', before: '8' },
        },
      ],
    },
  ],
}
const view = (lang: 'vi' | 'en', more: Partial<RankingView> = {}): RankingView => ({
  ...demoFrame({ lang, page: { kind: 'ranking', scheme: 'PAR' } }),
  ...{ year: null, borders: null, result: RESULT, why: null, change: null, page: 1, pages: 1 },
  published: [{ year: 2021, current: true }],
  ...more,
})

for (const lang of ['vi', 'en'] as const) {
  const w = wordsOf(lang)
  test(`a ranking says who rose, and leaves out who is not assessed in full (${lang})`, async () => {
    const page = await drawn(rankingPage(w, view(lang)))
    assert.match(page, lang === 'vi' ? /hạng 10, lên 7/ : /rank 10, up 7/)
    assert.match(page, lang === 'vi' ? /1\/2 đơn vị có đủ điểm/ : /1 of 2 units/)
    assert.match(page, lang === 'vi' ? /88,78/ : /88\.78/)
    assert.match(page, /unit=126#vi-sao/)
    assert.doesNotMatch(page, />0</)
  })

  test(`why a unit has its score, and what an appeal changed (${lang})`, async () => {
    const before = { points: '88', indexPercent: '88.00', rank: 4, class: 'Tốt' }
    const to = { ordinal: 2, kind: 'appeal' as const, decidedOn: '2022-03-21', decision: '455/QĐ-UBND' }
    const change = {
      from: 1,
      to: { ...to, reason: 'Đã đối chiếu', publishedAt: '2022-03-21T07:00:00.000Z', sha256: 'x' },
      units: [
        {
          unit,
          before,
          after: { ...before, indexPercent: '88.78', rank: 3 },
          criteria: [{ code: '7.2', name: 'Hồ sơ trực tuyến', before: '2.71', after: '3.5' }],
        },
      ],
    }
    const page = await drawn(rankingPage(w, view(lang, { why: WHY, change })))
    assert.match(page, lang === 'vi' ? /hạng 4 → 3/ : /rank 4 → 3/)
    assert.match(page, /455\/QĐ-UBND/)
    assert.match(page, lang === 'vi' ? /10,5 \/ 12/ : /10\.5 \/ 12/)
    assert.match(page, lang === 'vi' ? /−1,5/ : /−1\.5/)
  })

  test(`the list of rankings, also when there is none (${lang})`, async () => {
    const frame = view(lang)
    assert.match(
      await drawn(rankingsPage(w, { ...frame, rankings: [LINE] })),
      /\/assessments\/PAR\?year=2021/,
    )
    assert.doesNotMatch(
      await drawn(rankingsPage(w, { ...frame, rankings: [] })),
      /<li><a href="\/assessments\/PAR/,
    )
  })
}
