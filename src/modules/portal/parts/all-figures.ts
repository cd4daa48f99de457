import { html } from 'hono/html'
import type { Decimal } from '#kernel/decimal.ts'
import { type Scale, scaled } from '#kernel/measure.ts'
import { capital, kindsOf, shortName } from '#modules/organisation/rules/names.ts'
import { figurePath, type Here } from '../paths.ts'
import { decimalsOf, scaleName } from '../rules/format.ts'
import { paged } from '../rules/question.ts'
import type { Figure, ProgrammeView } from '../view.ts'
import { bound, scaleOf, write } from './figure-text.ts'
import type { Html } from './html.ts'
import { paging } from './paging.ts'
import type { Words } from './words.ts'

type Table = NonNullable<ProgrammeView['table']>
type Column = { figure: Figure; scale: Scale; places: number }

/** Every figure for every commune in one table; on phones it scrolls sideways beside the names. */
export function allFigures(w: Words, here: Here, table: Table, page: number): Html {
  const columns = table.columns.map((figure, i): Column => {
    const scale = scaleOf(w, figure)
    const amounts = [figure.value, ...table.rows.map(({ values }) => values[i] ?? null)]
    return {
      figure,
      scale,
      places: decimalsOf(
        amounts.map((amount) => amount && scaled(amount, scale)),
        1,
      ),
    }
  })
  const units = kindsOf(table.rows.map(({ unit }) => unit))
  const { rows, at, pages } = paged(table.rows, page)
  const title = w.t('portal.programme.all', { kinds: w.kinds(units, 1) })
  const gaps = table.rows.some(({ values }) => values.includes(null))

  return html`<section aria-labelledby="b4"><h2 id="b4">${title}</h2>
<div class="tw stick" tabindex="0" role="group" aria-labelledby="b4"><table>
<caption class="vh">${title}</caption>
<thead><tr><th scope="col">${capital(w.kinds(units, 2))}</th>
${columns.map(({ figure, scale }) => html`<th scope="col">${figure.label}, ${scaleName(scale)}</th>`)}</tr></thead>
<tbody>
<tr class="sum"><th scope="row">${w.t('portal.programme.total')}</th>
${columns.map((column) => html`<td>${total(w, here, column)}</td>`)}</tr>
${rows.map(
  ({ unit, values }) => html`<tr><th scope="row">${shortName(unit)}</th>
${columns.map((column, i) => html`<td>${amount(w, values[i] ?? null, column)}</td>`)}</tr>
`,
)}</tbody>
</table></div>
${gaps ? html`<p class="note">${w.t('portal.programme.all.note')}</p>` : ''}${paging(w, here, at, pages, 'b4')}</section>`
}

/** A missing value is a dot and a reported zero is 0, both quiet, so that the table shows where things are. */
function amount(w: Words, value: Decimal | null, { scale, places }: Column): Html | string {
  if (value === null) return html`<span class="none" title="${w.t('portal.no-value')}">·</span>`
  if (Number(value) === 0) return html`<span class="none">0</span>`
  return write(w, value, scale, places)
}

function total(w: Words, here: Here, column: Column): Html | string {
  const { figure, scale, places } = column
  if (figure.value === null) return amount(w, null, column)
  return bound(figurePath(here, figure.key), figure.value, write(w, figure.value, scale, places))
}
