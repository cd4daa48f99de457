// Pages that say one thing: nothing is here yet, this is not there, this address cannot be read.

import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import type { Words } from '../parts/words.ts'
import { homePath, pathTo } from '../paths.ts'
import type { BadQuestion } from '../rules/question.ts'
import type { Frame } from '../view.ts'

/** No page at this address, or no such figure or programme. */
export function notFoundPage(w: Words, frame: Frame): Html {
  return message(
    w,
    frame,
    'portal.not-found',
    {},
    html`<a href="${homePath(frame.here)}">${w.t('portal.to-home')}</a>`,
  )
}

/** A year, borders or page that cannot be read: says what it can be, with links to what there is. */
export function badQuestionPage(w: Words, frame: Frame, { bad, given }: BadQuestion): Html {
  const years = frame.years.map(
    (year) => html`<li><a href="${pathTo({ ...frame.here, year })}">${year}</a></li>`,
  )
  const ways =
    bad === 'year' && years.length > 0
      ? html`${w.t('portal.bad.years')}<ul class="inline">${years}</ul>`
      : html`<a href="${homePath(frame.here)}">${w.t('portal.to-home')}</a>`
  return message(w, frame, `portal.bad.${bad}`, { given: given.slice(0, 40) }, ways)
}

/** A new installation without programmes and values. */
export function emptyPage(w: Words, frame: Frame): Html {
  return message(w, frame, 'portal.empty', {}, html``)
}

/** Something broke on our side; the number lets the office find it in its log. */
export function brokenPage(w: Words, frame: Frame, id: string): Html {
  return message(
    w,
    frame,
    'portal.broken',
    { id },
    html`<a href="${homePath(frame.here)}">${w.t('portal.to-home')}</a>`,
  )
}

/** Of a token that opens no questions; and thanks, once they are answered. */
export function surveyMessagePage(
  w: Words,
  frame: Frame,
  told: 'unknown' | 'used' | 'over' | 'thanks',
): Html {
  const way = html`<a href="${homePath(frame.here)}">${w.t('portal.to-home')}</a>`
  return message(w, frame, `portal.survey.${told}`, {}, way)
}

function message(w: Words, frame: Frame, key: string, values: Record<string, string>, ways: Html): Html {
  const title = w.t(`${key}.title`, values)
  const content = html`<h1 class="top-gap">${title}</h1>
<p class="lede">${w.t(`${key}.text`, values)}</p>
<div class="more">${ways}</div>`
  return layout(w, frame, { title, description: title, content, alternate: false })
}
