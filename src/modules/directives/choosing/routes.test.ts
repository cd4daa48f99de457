// From a proposal to a programme: what the committee chose counts at once, what it did not keeps its reason.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loadIndicators, saveIndicators } from '#modules/indicators/index.ts'
import { BREAKTHROUGHS, listProgrammesEver } from '#modules/programmes/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { insertDirective } from '../../../../test/study-house.ts'
import type { Proposal, ProposalLine } from '../api/choosing.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time
houses,Nhà bàn giao,nhà,sum,sum
longan,Nhãn,ha,sum,last
`
const CONTENT = {
  unit: 'A',
  chooser: 'D1',
  name: 'Xóa nhà tạm',
  why: 'Còn 255 nhà tạm sau mưa lũ',
  startsOn: '2021-01-01',
  endsOn: '2021-12-31',
  targets: [{ indicator: 'houses', period: '2021', value: '255' }],
}

async function committee(): Promise<TestHouse & { directive: string }> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  const directive = await house.transact(async (tx) => {
    const made = { ...[...(await loadIndicators(tx)).values()][0]!, source: BREAKTHROUGHS }
    await saveIndicators(tx, [
      { ...made, code: 'breakthroughs', name: 'Nội dung đột phá', unitOfMeasure: 'nội dung', formula: null },
    ])
    return insertDirective(tx, { number: '01-QĐ/HU', issuedOn: '2021-01-20', keeper: 'D1' })
  })
  return Object.assign(house, { directive })
}

const ok = async <T>(answer: Response): Promise<T> => {
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as T
}
type Told = { code: string; errors: { path: string; message: string }[] }
const refused = async (answer: Response, status: number, code: string): Promise<Told> => {
  const told = (await answer.json()) as Told
  assert.deepEqual([answer.status, told.code], [status, code], JSON.stringify(told))
  return told
}
const propose = async (house: TestHouse, part: object = {}, as: 'officer' | 'office' = 'officer') =>
  ok<Proposal>(await house.as(as).post('/api/v1/proposals', { ...CONTENT, ...part }))
const count = async (house: TestHouse) => {
  const answer = await house
    .as('leader')
    .get('/api/v1/rollup?indicator=breakthroughs&period=2021&unit=D1&level=self')
  return (await ok<{ rows: { value: string | null }[] }>(answer)).rows[0]?.value ?? null
}

describe('a proposal', () => {
  test('is made by a unit for a committee above it, discussed by name, and read by both', async () => {
    await using house = await committee()
    const made = await propose(house)
    assert.deepEqual(
      [made.unit.code, made.chooser.code, made.state, made.may],
      ['A', 'D1', 'proposed', ['change', 'discuss', 'withdraw']],
    )
    assert.deepEqual(
      made.targets.map(({ name, value, kind }) => [name, value, kind]),
      [['Nhà bàn giao', '255', null]],
    )
    const path = `/api/v1/proposals/${made.id}`
    await ok(await house.as('verifier').post(`${path}/remarks`, { text: 'Nên thêm vốn đối ứng' }))
    const seen = await ok<Proposal>(await house.as('office', 'D1').get(path))
    assert.deepEqual(seen.may, ['change', 'discuss', 'withdraw', 'decide'])
    assert.match(seen.remarks[0]!.by, /^verifier/)
    assert.equal((await house.as('outsider').get(path)).status, 403)
    assert.equal((await house.as('collector').post(`${path}/remarks`, { text: 'x' })).status, 403)
    assert.equal((await house.as('outsider').post(`${path}/remarks`, { text: 'x' })).status, 403)

    const list = async (query: string) =>
      (
        await ok<{ proposals: ProposalLine[] }>(await house.as('leader').get(`/api/v1/proposals?${query}`))
      ).proposals.map(({ name, remarks, targets }) => [name, remarks, targets])
    assert.deepEqual(await list('unit=P&year=2021'), [['Xóa nhà tạm', 1, 1]])
    assert.deepEqual(await list('unit=D2'), [])
    assert.deepEqual(await list('unit=P&year=2020'), [])
    assert.deepEqual(await list('unit=A&state=chosen'), [])
    assert.deepEqual((await house.auditActions()).slice(-2), ['proposal.make', 'proposal.discuss'])
    assert.deepEqual(house.log, [])
  })

  test('says what is wrong in it, member by member', async () => {
    await using house = await committee()
    const paths = async (part: object) =>
      (
        await refused(
          await house.as('officer').post('/api/v1/proposals', { ...CONTENT, ...part }),
          422,
          'proposal.refused',
        )
      ).errors.map(({ path }) => path)
    assert.deepEqual(await paths({ chooser: 'D2' }), ['chooser'])
    assert.deepEqual(
      await paths({
        targets: [
          { indicator: 'none', period: '2021', value: '1' },
          { indicator: 'houses', period: '21', value: '1' },
          { indicator: 'houses', period: '2022', value: '1' },
        ],
      }),
      ['targets.0.indicator', 'targets.1.period', 'targets.2.period'],
    )
    const late = { ...CONTENT, endsOn: '2020-12-31' }
    await refused(await house.as('officer').post('/api/v1/proposals', late), 400, 'input.invalid')
    await refused(
      await house.as('office').post('/api/v1/proposals', { ...CONTENT, chooser: 'none' }),
      404,
      'proposal.unitNotFound',
    )
    assert.ok(!(await house.auditActions()).includes('proposal.make'))
  })

  test('is changed while it is open, by whoever saw how it stands, and withdrawn with a reason', async () => {
    await using house = await committee()
    const { id } = await propose(house)
    const [officer, path] = [house.as('officer'), `/api/v1/proposals/${id}`]
    const { unit: _, chooser: _chooser, ...content } = CONTENT
    const seen = { 'if-match': (await officer.get(path)).headers.get('etag')! }
    const changed = await ok<Proposal>(await officer.put(path, { ...content, targets: [] }, seen))
    assert.deepEqual(changed.targets, [])
    await refused(await officer.put(path, content, seen), 412, 'proposal.stale')
    const gone = await ok<Proposal>(
      await officer.post(`${path}/withdraw`, { reason: 'Trùng nội dung của xã khác' }),
    )
    assert.deepEqual(
      [gone.state, gone.may, gone.decided?.because],
      ['withdrawn', [], 'Trùng nội dung của xã khác'],
    )
    await refused(await officer.put(path, content), 409, 'proposal.decided')
    await refused(await officer.post(`${path}/remarks`, { text: 'x' }), 409, 'proposal.decided')
    await refused(await officer.post(`${path}/withdraw`, { reason: 'x' }), 409, 'proposal.decided')
  })
})

describe('a decision', () => {
  test('makes programmes with targets of what was chosen, which count at once; what was not keeps its reason', async () => {
    await using house = await committee()
    const chosen = await propose(house)
    const other = await propose(
      house,
      {
        unit: 'A2',
        name: 'Nhãn ghép',
        targets: [{ indicator: 'longan', period: '2021', value: '7430', kind: 'point-in-time' }],
      },
      'office',
    )
    const left = await propose(house, { name: 'Chợ đêm', targets: [] })
    const not = await propose(house, { name: 'Bia hơi', targets: [] })
    assert.equal(await count(house), null)
    const decision = {
      directive: house.directive,
      chosen: [
        { proposal: chosen.id, revision: chosen.revision },
        { proposal: other.id, slug: 'fruit' },
      ],
      rejected: [{ proposal: not.id, reason: 'Chưa có vốn' }],
    }
    const done = await ok(await house.as('office', 'D1').post('/api/v1/proposals/decide', decision))
    assert.deepEqual(done, {
      chosen: [
        { proposal: chosen.id, programme: 'xoa-nha-tam' },
        { proposal: other.id, programme: 'fruit' },
      ],
      rejected: 1,
    })
    assert.equal(await count(house), '2')
    const programmes = await listProgrammesEver(house.db)
    assert.deepEqual(
      programmes.map(({ slug, breakthrough, unit }) => [slug, breakthrough, unit.code]),
      [
        ['xoa-nha-tam', true, 'D1'],
        ['fruit', true, 'D1'],
      ],
    )
    const targets = await house.as('nobody').get('/api/v1/targets?unit=D1&period=2021')
    assert.deepEqual(
      (await ok<{ targets: { indicator: string; value: string; kind: string }[] }>(targets)).targets.map(
        ({ indicator, value, kind }) => [indicator, value, kind],
      ),
      [
        ['houses', '255', 'cumulative'],
        ['longan', '7430', 'point-in-time'],
      ],
    )
    const told = async (id: string) => ok<Proposal>(await house.as('leader').get(`/api/v1/proposals/${id}`))
    assert.deepEqual(
      [(await told(not.id)).decided?.because, (await told(not.id)).decided?.directive?.number],
      ['Chưa có vốn', '01-QĐ/HU'],
    )
    assert.deepEqual([(await told(left.id)).state, (await told(chosen.id)).state], ['proposed', 'chosen'])
    const entry = await house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'proposal.decide')
      .executeTakeFirstOrThrow()
    assert.equal((entry.details as { targets: object[] }).targets.length, 2)
    assert.deepEqual(house.log, [])
  })

  test('is refused as a whole for one that cannot be decided, and says which', async () => {
    await using house = await committee()
    const [one, elsewhere] = [
      await propose(house),
      await propose(house, { unit: 'B', chooser: 'D2' }, 'office'),
    ]
    const office = house.as('office', 'D1')
    const decide = (part: object) =>
      office.post('/api/v1/proposals/decide', {
        directive: house.directive,
        chosen: [],
        rejected: [],
        ...part,
      })
    const paths = async (part: object) =>
      (await refused(await decide(part), 422, 'proposal.refused')).errors.map(({ path }) => path)
    const chosen = [{ proposal: one.id }]
    assert.deepEqual(await paths({ chosen: [...chosen, { proposal: elsewhere.id }] }), ['chosen.1'])
    assert.deepEqual(
      await paths({ chosen: [...chosen, { proposal: '999999' }] }),
      ['chosen.1'],
      'nor what exists',
    )
    assert.deepEqual(await paths({ chosen, rejected: [{ proposal: one.id, reason: 'x' }] }), ['rejected.0'])
    assert.deepEqual(await paths({ chosen: [{ proposal: one.id, revision: 7 }] }), ['chosen.0'])
    const again = await propose(house, { name: 'Xóa nhà dột nát' })
    assert.deepEqual(
      await paths({ chosen: [...chosen, { proposal: again.id }] }),
      ['chosen.1'],
      'one target each',
    )
    await refused(await decide({}), 400, 'input.invalid')
    await refused(await decide({ chosen, directive: '999999' }), 404, 'proposal.directiveNotFound')
    assert.equal(
      (await house.as('officer').post('/api/v1/proposals/decide', { directive: '1', chosen, rejected: [] }))
        .status,
      403,
    )
    assert.equal((await decide({ chosen: [{ proposal: elsewhere.id }] })).status, 403)
    assert.equal(await count(house), null)
    await ok(await decide({ chosen }))
    assert.deepEqual(await paths({ chosen }), ['chosen.0'], 'decided already')
    const renamed = await propose(house, { name: 'Khác', targets: [] })
    assert.deepEqual(await paths({ chosen: [{ proposal: renamed.id, slug: 'xoa-nha-tam' }] }), [
      'chosen.0.slug',
    ])
  })

  test('joins a proposal to the programme that was entered before, and changes nothing in it', async () => {
    await using house = await committee()
    const { id } = await propose(house, { chooser: 'D1' })
    const office = house.as('office', 'D1')
    const standing = {
      slug: 'housing',
      name: 'Xóa nhà tạm, nhà dột nát',
      nameEn: 'Housing',
      summary: '',
      summaryEn: '',
      unit: 'D1',
      startsOn: '2021-01-01',
      endsOn: '2021-12-31',
      breakthrough: true,
      position: 3,
      figures: [],
    }
    await ok(await office.post('/api/v1/programmes', standing))
    const decision = { directive: house.directive, chosen: [{ proposal: id, slug: 'housing' }], rejected: [] }
    await ok(await office.post('/api/v1/proposals/decide', decision))
    assert.deepEqual(
      (await listProgrammesEver(house.db)).map(({ name, position }) => [name, position]),
      [['Xóa nhà tạm, nhà dột nát', 3]],
    )
    assert.equal(await count(house), '1')
    const found = await office.get('/api/v1/proposals?unit=D1&programme=housing')
    assert.equal((await ok<{ proposals: object[] }>(found)).proposals.length, 1)
  })
})
