import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { groupNews } from './group-news.ts'
import { noticeLink } from './links.ts'
import { digestDay, isFresh, isRecent, isTimeForMail } from './mail-time.ts'
import { nearest } from './nearest.ts'
import { newsOf, thingOf } from './signal.ts'
import { waysOf } from './ways.ts'

const on = (iso: string) => new Date(iso)

describe("the day's digest goes", () => {
  const cases = [
    ['not before seven in Vietnam', null, '2021-12-16T06:59:59+07:00', null],
    ['at seven', null, '2021-12-16T07:00:00+07:00', '2021-12-16'],
    ['once a day', '2021-12-16', '2021-12-16T18:00:00+07:00', null],
    ['the day after again', '2021-12-16', '2021-12-17T07:00:00+07:00', '2021-12-17'],
    [
      'late rather than never, when the server was off',
      '2021-12-14',
      '2021-12-16T23:59:00+07:00',
      '2021-12-16',
    ],
    ["by Vietnam's day, not London's", '2021-12-16', '2021-12-16T17:30:00Z', null],
  ] as const
  for (const [name, last, now, expected] of cases)
    test(name, () => assert.equal(digestDay(last, on(now)), expected))
})

describe('a mail at once goes', () => {
  const cases = [
    ['when none went before', null, true],
    ['not within ten minutes of the last', '2021-12-16T07:50:01Z', false],
    ['after ten minutes', '2021-12-16T07:50:00Z', true],
  ] as const
  for (const [name, last, expected] of cases)
    test(name, () => assert.equal(isTimeForMail(last && on(last), on('2021-12-16T08:00:00Z')), expected))
})

test('news is mailed for three days and unread for thirty', () => {
  const now = on('2021-12-31T00:00:00Z')
  assert.deepEqual(
    [isFresh(on('2021-12-28T00:00:00Z'), now), isFresh(on('2021-12-27T23:59:59Z'), now)],
    [true, false],
  )
  assert.deepEqual(
    [isRecent(on('2021-12-01T00:00:00Z'), now), isRecent(on('2021-11-30T23:59:59Z'), now)],
    [true, false],
  )
})

describe('who is nearest', () => {
  const cases = [
    [
      'one step above before two',
      [
        [1, 2],
        [2, 1],
      ],
      [],
      [2],
    ],
    [
      'everybody at the same step, each once',
      [
        [1, 1],
        [2, 1],
        [1, 1],
      ],
      [],
      [1, 2],
    ],
    [
      'who holds it everywhere comes last',
      [
        [1, null],
        [2, 4],
      ],
      [],
      [2],
    ],
    ['and first where nobody else holds it', [[1, null]], [], [1]],
    [
      'whoever acted is left out, and the next are told',
      [
        [1, 0],
        [2, 1],
      ],
      [1],
      [2],
    ],
    ['nobody', [], [], []],
  ] as const
  for (const [name, holders, but, expected] of cases)
    test(name, () => {
      const within = holders.map(([accountId, distance]) => ({ accountId, distance }))
      assert.deepEqual(nearest(within, but), expected)
    })
})

describe('an audit entry', () => {
  const entry = { subject: 'report:fruit/A/2021', unitId: 7, details: { version: 2, reason: 'Lệch 46 ha' } }
  const about = { form: 'fruit', period: '2021', unitId: 7, version: 2, reason: 'Lệch 46 ha' }

  test('of a submission is news for those who may approve', () =>
    assert.deepEqual(newsOf({ ...entry, action: 'report.submit' }), {
      ...about,
      kind: 'check',
      to: 'approvers',
    }))
  test('of a return or an approval is news for those who sent it', () => {
    assert.equal(newsOf({ ...entry, action: 'report.return' })?.kind, 'returned')
    assert.equal(newsOf({ ...entry, action: 'report.approve' })?.to, 'senders')
  })
  test('of a save is news only when it was submitted with it', () => {
    const save = { ...entry, action: 'report.save' }
    assert.equal(newsOf(save), null)
    assert.equal(newsOf({ ...save, details: { version: 1, state: 'submitted' } })?.kind, 'check')
  })
  test('of anything else is none', () => {
    assert.equal(newsOf({ ...entry, action: 'report.lock' }), null)
    assert.equal(newsOf({ ...entry, action: 'report.submit', subject: 'units' }), null)
    assert.equal(newsOf({ ...entry, action: 'report.submit', unitId: null }), null)
  })
  test('is about one thing for each version', () => assert.equal(thingOf(about), 'fruit/2021/7#2'))
  test('finds the period also behind a code with a slash', () =>
    assert.equal(
      newsOf({ ...entry, subject: 'report:fruit/A/1/2021Q3', action: 'report.submit' })?.period,
      '2021Q3',
    ))
})

describe('a digest', () => {
  const news = (kind: 'returned' | 'check', count: number) =>
    Array.from({ length: count }, (_, n) => ({ kind, n }))
  test('begins with what stops work, and shows eight lines of each kind', () => {
    const groups = groupNews([...news('check', 30), ...news('returned', 1)])
    assert.deepEqual(
      groups.map(({ kind, count, shown, more }) => [kind, count, shown.length, more]),
      [
        ['returned', 1, 1, 0],
        ['check', 30, 8, 22],
      ],
    )
  })
  test('of nothing has no groups', () => assert.deepEqual(groupNews([]), []))
})

test('what was not chosen, or is no way any more, is as usual', () => {
  const ways = waysOf({ returned: 'digest', check: 'pigeon' })
  assert.deepEqual([ways.returned, ways.check, ways.approved], ['digest', 'digest', 'app'])
})

describe('a notice leads', () => {
  const notice = {
    form: { code: 'fruit' },
    period: '2021',
    duty: null,
    judged: null,
    unit: { code: 'A' },
    units: 1,
  }
  test('an officer to the sheet, a verifier to the check, several units to the board', () => {
    assert.equal(noticeLink({ ...notice, kind: 'returned' }), '/reports/fruit?unit=A&period=2021')
    assert.equal(noticeLink({ ...notice, kind: 'check' }), '/check?form=fruit&unit=A&period=2021')
    assert.equal(
      noticeLink({ ...notice, kind: 'due', unit: null, units: 12 }),
      '/board?form=fruit&period=2021',
    )
  })
  test('to the duty of one unit, or to the directive that asks several', () => {
    const asked = { kind: 'due', form: null, period: null, judged: null, directive: { id: '7' } }
    const one = { ...asked, duty: { id: '31', directive: { id: '7' } }, unit: { code: 'A' }, units: 1 }
    assert.equal(noticeLink(one), '/duties/31')
    assert.equal(
      noticeLink({ ...one, duty: { ...one.duty, id: null }, unit: null, units: 12 }),
      '/directives/7',
    )
  })
  test('to the step of a round, a grading or an appeal', () => {
    const link = (step: string, unit: { code: string } | null = { code: 'A' }) =>
      noticeLink({
        ...notice,
        kind: 'assigned',
        form: null,
        unit,
        judged: { step, id: 4, keeper: 'D1' },
      })
    assert.equal(link('score'), '/rounds/4/units/A?unit=A&period=2021')
    assert.equal(link('score', null), '/rounds/4?unit=D1&period=2021')
    assert.equal(link('verify'), '/verify?unit=D1&period=2021&round=4')
    assert.equal(link('published'), '/results/4/units/A?unit=A&period=2021')
    assert.equal(link('answered'), '/appeals/4?unit=A&period=2021')
    assert.equal(link('decide', null), '/gradings/4?unit=D1&period=2021')
    assert.equal(link('graded'), '/my-record')
  })
})
