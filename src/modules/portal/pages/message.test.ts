import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoFrame, drawn } from '../../../../test/portal-views.ts'
import { wordsOf } from '../parts/words.ts'
import type { Frame } from '../view.ts'
import { badQuestionPage, brokenPage, emptyPage, notFoundPage } from './message.ts'

const bare = (lang: 'vi' | 'en'): Frame => ({
  ...demoFrame({ lang, page: { kind: 'home' } }),
  ...{ place: null, reporters: [], year: null, borders: null, programmes: [] },
})

for (const lang of ['vi', 'en'] as const) {
  const w = wordsOf(lang)
  test(`every way a page can end has its words (${lang})`, async () => {
    for (const page of [
      notFoundPage(w, bare(lang)),
      emptyPage(w, { ...bare(lang), years: [] }),
      brokenPage(w, bare(lang), 'a1'),
      ...(['year', 'borders', 'page'] as const).map((bad) =>
        badQuestionPage(w, bare(lang), { bad, given: '<b>x' }),
      ),
    ]) {
      const text = await drawn(page)
      assert.match(text, /<h1/)
      assert.doesNotMatch(text, /<b>x|class="ctx"/)
    }
  })
}

test('a year that cannot be read offers those that there are', async () => {
  const page = await drawn(badQuestionPage(wordsOf('vi'), bare('vi'), { bad: 'year', given: 'abc' }))
  assert.match(page, /href="\/\?year=2020">2020/)
})
