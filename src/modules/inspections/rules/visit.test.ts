import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FindingDraft, VisitDraft } from '../api/visits.ts'
import { joinVisits, judgeBound, judgeVisitDay } from './visit.ts'

const finding = (key: string, change: Partial<FindingDraft> = {}): FindingDraft => ({
  key,
  kind: 'records',
  severity: 'fault',
  text: 'Chưa có sổ theo dõi',
  asked: '',
  files: [],
  ...change,
})
const visit = (change: Partial<VisitDraft> = {}): VisitDraft => ({
  visitedOn: '2022-03-01',
  place: '',
  position: null,
  team: ['Lò Văn An'],
  met: [],
  summary: '',
  files: [],
  findings: [],
  ...change,
})

test('a visit is recorded on its day or later', () => {
  assert.equal(judgeVisitDay('2022-03-01', '2022-03-01'), null)
  assert.equal(judgeVisitDay('2022-03-02', '2022-03-01'), 'future')
})

test('a finding that something hangs on stays and says what it said; photos may come, none may go', () => {
  const bound = [finding('a', { files: ['1'] })]
  const codes = (next: FindingDraft[]) => judgeBound(bound, next).map(({ code }) => code)
  assert.deepEqual(codes([finding('a', { files: ['1', '2'] }), finding('b')]), [])
  assert.deepEqual(codes([finding('a')]), ['inspection.findingChanged'])
  assert.deepEqual(codes([finding('a', { files: ['1'], severity: 'serious' })]), [
    'inspection.findingChanged',
  ])
  assert.deepEqual(codes([finding('b')]), ['inspection.findingRemoved'])
})

test('joined, my words hold, and nothing that the other one found is lost', () => {
  const mine = visit({
    summary: 'Của tôi',
    team: ['Lò Văn An', 'Cà Thị Bình'],
    findings: [finding('a', { text: 'mine', files: ['m'] }), finding('c')],
  })
  const theirs = visit({
    summary: 'Của bạn',
    place: 'Bản Mường Nưa',
    met: ['Quàng Văn Dũng'],
    files: ['f'],
    findings: [finding('a', { text: 'theirs', files: ['t'] }), finding('b')],
  })
  const joined = joinVisits(mine, theirs)
  assert.equal(joined.summary, 'Của tôi')
  assert.equal(joined.place, 'Bản Mường Nưa')
  assert.deepEqual(joined.met, ['Quàng Văn Dũng'])
  assert.deepEqual(joined.team, ['Lò Văn An', 'Cà Thị Bình'])
  assert.deepEqual(joined.files, ['f'])
  assert.deepEqual(
    joined.findings.map(({ key, text, files }) => [key, text, files.join()]),
    [
      ['a', 'mine', 't,m'],
      ['b', 'Chưa có sổ theo dõi', ''],
      ['c', 'Chưa có sổ theo dõi', ''],
    ],
  )
})

test('joined, a finding that has a duty by now says what it said when the duty was made', () => {
  const mine = visit({ findings: [finding('a', { text: 'mine', files: ['m'] })] })
  const theirs = visit({ findings: [finding('a', { text: 'theirs' })] })
  const [joined] = joinVisits(mine, theirs, new Set(['a'])).findings
  assert.deepEqual([joined!.text, joined!.files], ['theirs', ['m']])
  assert.deepEqual(judgeBound(theirs.findings, [joined!]), [])
})
