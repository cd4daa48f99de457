// A questionnaire for whoever holds a token: plain fields, one button, and nothing that would tell who they are.

import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import type { Words } from '../parts/words.ts'
import { pathTo } from '../paths.ts'
import type { SurveyView } from '../view.ts'

type Sheet = SurveyView['sheet']
type Asked = Sheet['questions'][number]

export function surveyPage(w: Words, view: SurveyView): Html {
  const { sheet, isBlank } = view
  const title = sheet.name
  const intro = (w.lang === 'en' && sheet.introEn) || sheet.intro
  const content = html`<p class="kick gap">${w.t('portal.survey.kick', { keeper: sheet.keeper })}</p>
<h1>${title}</h1>
<p class="lede">${w.t('portal.survey.about', { unit: sheet.unit, group: inLang(w, sheet.group.name, sheet.group.nameEn) })}</p>
${intro ? html`<p class="measure gap prose">${intro}</p>` : ''}
<p class="note">${w.t('portal.survey.privacy')}</p>
${isBlank ? html`<p class="tag gap" role="alert">${w.t('portal.survey.blank')}</p>` : ''}
<form class="ask" method="post" action="${pathTo(view.here)}">
${sheet.questions.map((asked, n) => question(w, asked, n + 1))}
<button type="submit">${w.t('portal.survey.send')}</button>
</form>`
  return layout(w, view, { title, description: title, content })
}

const inLang = (w: Words, vi: string, en: string): string => (w.lang === 'en' && en ? en : vi)

function question(w: Words, { number, question: asked }: Asked, shown: number): Html {
  const name = `q${number}`
  const options = optionsOf(w, asked)
  return html`<fieldset><legend>${shown}. ${inLang(w, asked.text, asked.textEn)}</legend>
${asked.kind === 'scale' ? html`<p class="note">${w.t('portal.survey.scale', { top: String(asked.top) })}</p>` : ''}
<div${asked.kind === 'scale' ? html` class="row"` : ''}>${options.map(
    (label, n) =>
      html`<label><input type="radio" name="${name}" value="${n + 1}"><span>${label}</span></label>`,
  )}</div>
</fieldset>`
}

function optionsOf(w: Words, asked: Asked['question']): string[] {
  if (asked.kind === 'yes-no') return [w.t('portal.survey.yes'), w.t('portal.survey.no')]
  if (asked.kind === 'choice') return asked.options.map(({ label, labelEn }) => inLang(w, label, labelEn))
  return Array.from({ length: asked.top }, (_, n) => String(n + 1))
}
