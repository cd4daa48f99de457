// What was scored, ranked and published: one line for each.

import { html } from 'hono/html'
import { demoTag } from '../parts/figure-text.ts'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import type { Words } from '../parts/words.ts'
import { rankingPath } from '../paths.ts'
import { formatDay } from '../rules/format.ts'
import type { RankingsView } from '../view.ts'

export function rankingsPage(w: Words, view: RankingsView): Html {
  const { rankings, here } = view
  const title = w.t('portal.rankings.title')
  const line = ({ scheme, name, period, keeper, ...one }: RankingsView['rankings'][number]) => html`
<li><a href="${rankingPath(here, scheme.code, Number(period) || undefined)}">${name}</a><br>
<span class="quiet">${scheme.isExternal ? w.t('portal.rankings.external') : keeper.name} · ${w.t('portal.rankings.units', { count: w.count(one.subjects) })} · ${w.t('portal.rankings.decided', { decision: one.decision, day: formatDay(w.lang, one.publishedOn) })}</span></li>`
  const content = html`<p class="kick gap">${w.t('portal.rankings.nav')}</p>
<h1>${title}</h1>
<p class="lede">${w.t(rankings.length === 0 ? 'portal.rankings.none' : 'portal.rankings.lede')}</p>
<ul class="list gap">${rankings.map(line)}</ul>
${rankings.length > 0 ? html`<p class="note">${demoTag(w, view.demo, 'scores')}</p>` : ''}`
  return layout(w, view, { title, description: w.t('portal.rankings.lede'), content })
}
