import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoFigures, demoParts } from '../../../../test/portal-facts.ts'
import { chooseHeadlines } from './headline.ts'

const figures = demoFigures('vi')
const confluence = (key: string, column: string) => ({
  figure: figures.find((figure) => figure.key === key)!,
  parts: demoParts('vi', column, null),
  rest: null,
})

test('the river is what most communes gave to, and its programme is headed by another figure', () => {
  const corn = confluence('F02', 'sweet_corn')
  const [longan, money] = [confluence('F04', 'longan'), confluence('F07', 'mango')]
  const { river, ofProgramme } = chooseHeadlines(figures, [corn, longan, money])
  assert.equal(river?.figure.key, 'F04')
  assert.equal(ofProgramme('growing-areas')?.key, 'F07')
  assert.equal(ofProgramme('housing'), null)
})

test('a programme with one told figure is headed by it, and one with none by its first value', () => {
  const longan = confluence('F04', 'longan')
  assert.equal(chooseHeadlines(figures, [longan]).ofProgramme('growing-areas')?.key, 'F04')
  const none = chooseHeadlines(figures, [])
  assert.equal(none.river, null)
  assert.equal(none.ofProgramme('growing-areas')?.key, 'F02')
})
