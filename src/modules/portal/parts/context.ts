// What is being looked at: the year, and the borders of then or of now.

import { html } from 'hono/html'
import { addDays } from '#kernel/day.ts'
import { capital, inlineName } from '#modules/organisation/rules/names.ts'
import { type BordersChoice, type Here, pathTo } from '../paths.ts'
import { formatDay } from '../rules/format.ts'
import { yearsToOffer } from '../rules/question.ts'
import type { BordersCount, Frame } from '../view.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** The switches under the header; nothing on a page without a period. */
export function contextRow(w: Words, frame: Frame): Html {
  if (frame.year === null) return html``
  const years = yearsToOffer(frame.years, frame.year)
  const links = years.map((year) =>
    segment(pathTo({ ...stay(frame.here), year }), String(year), year === frame.year),
  )
  return html`<div class="ctx" role="group" aria-label="${w.t('portal.context')}">
<div><span class="k" id="k-nam">${w.t('portal.year')}</span>
<nav class="seg" aria-labelledby="k-nam">${links}</nav></div>
${frame.borders ? bordersSwitch(w, frame, frame.borders) : ''}</div>`
}

function bordersSwitch(w: Words, { here }: Frame, borders: NonNullable<Frame['borders']>): Html {
  const option = (choice: BordersChoice) => {
    const units = choice === 'then' ? borders.ofThen : borders.ofNow
    const text = `${w.t(`portal.borders.${choice}`)}: ${countShort(w, units)}`
    return segment(pathTo({ ...stay(here), borders: choice }), text, (here.borders ?? 'then') === choice)
  }
  return html`<div><span class="k" id="k-dg">${w.t('portal.borders')}</span>
<nav class="seg" aria-labelledby="k-dg">${option('then')}${option('now')}</nav></div>`
}

const segment = (href: string, text: string, current: boolean): Html =>
  html`<a href="${href}"${current ? html` aria-current="true"` : ''}>${text}</a>`

/** Another year or other borders have other communes and other pages of a table. */
const stay = ({ lang, page, year, borders }: Here): Here => ({
  lang,
  page,
  ...(year !== undefined && { year }),
  ...(borders && { borders }),
})

/** "19 xã": with the most frequent kind only, to stay short. */
const countShort = (w: Words, { count, kinds }: BordersCount): string =>
  `${count} ${w.kinds(kinds.slice(0, 1), count)}`

const countLong = (w: Words, { count, kinds }: BordersCount): string => `${count} ${w.kinds(kinds, count)}`

/** What became of the unit and its communes, for the footer. */
export function bordersText(w: Words, { place, borders }: Frame): string {
  const general = w.t('portal.footer.borders.any')
  if (!place || !borders) return general
  const day = borders.since ?? (place.endsOn && addDays(place.endsOn, 1))
  const end = place.endsOn
    ? w.t('portal.footer.borders.ended', {
        unit: inlineName(w.lang, place.unit),
        day: formatDay(w.lang, place.endsOn),
      })
    : ''
  const merged = day
    ? w.t('portal.footer.borders.merged', {
        old: countLong(w, borders.ofThen),
        new: countLong(w, borders.ofNow),
        day: formatDay(w.lang, day),
      })
    : ''
  return [capital(end), merged, general].filter(Boolean).join(' ')
}
