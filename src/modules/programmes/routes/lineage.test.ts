import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programmeHouse } from '../../../../test/programme-house.ts'
import type { LineageLeaf, LineageNode } from '../api/lineage.ts'

type Answer = LineageNode & { indicators: { code: string; name: string }[]; forms: { code: string }[] }
const VALUES = `indicator,unit_code,period,value,state
houses,A,2021,5,approved
houses,A2,2021,4,submitted
`

async function house() {
  const made = await programmeHouse('')
  await made.bring('values', VALUES)
  return made
}
const leavesOf = (node: LineageNode | LineageLeaf): LineageLeaf[] =>
  'parts' in node ? node.parts.flatMap(leavesOf) : [node]

test('a figure of any unit leads down to the versions of reports, with the names of what occurs', async () => {
  await using made = await house()
  const answer = await made.as('nobody').get('/api/v1/lineage/F1?period=2021&unit=D1')
  const tree = (await answer.json()) as Answer
  assert.deepEqual([tree.key, tree.unit.code, tree.value], ['F1', 'D1', '5'])
  const [leaf, ...others] = leavesOf(tree)
  assert.equal(others.length, 0)
  assert.deepEqual([leaf!.unit.code, leaf!.report?.version], ['A', 1])
  assert.deepEqual([tree.indicators[0]!.name, tree.forms[0]!.code], ['Nhà bàn giao', leaf!.report?.form])
})

test('an indicator that is no figure is opened by its code', async () => {
  await using made = await house()
  const answer = await made.as('nobody').get('/api/v1/lineage/houses?period=2021&unit=A')
  assert.equal(((await answer.json()) as Answer).value, '5')
})

test('what is only submitted is opened for whoever reads those reports, and for nobody else', async () => {
  await using made = await house()
  const path = '/api/v1/lineage/F1?period=2021&unit=D1&state=submitted'
  const tree = (await (await made.as('leader', 'D1').get(path)).json()) as Answer
  assert.equal(tree.value, '9')
  assert.deepEqual(
    leavesOf(tree).map(({ unit, report }) => [unit.code, report?.state]),
    [
      ['A', 'approved'],
      ['A2', 'submitted'],
    ],
  )
  assert.equal((await made.as('nobody').get(path)).status, 401)
  assert.equal((await made.as('leader', 'D2').get(path)).status, 403)
})
