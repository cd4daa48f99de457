import { html } from 'hono/html'
import { capital, inlineName, inSentence, kindsOf } from '#modules/organisation/rules/names.ts'
import { formatList } from '../rules/format.ts'
import { composeSentence } from '../rules/sentence.ts'
import type { Confluence, Figure, ProgrammeView } from '../view.ts'
import { toldFigure } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** What was done, then how many reached the target and which figure did not; else what the programme is for. */
export function programmeLede(w: Words, view: ProgrammeView): Html {
  const { main, figures, restated } = view
  const more = [
    main ? reached(w, main) : '',
    behind(w, figures),
    restated && figures.length > 0 ? w.t('portal.programme.now') : '',
  ].filter(Boolean)
  return html`<p class="lede">${done(w, view)} ${more.join(' ')}</p>`
}

function done(w: Words, { here, place, figures, programme }: ProgrammeView): Html | string {
  const told = figures.filter(({ phrase, value }) => phrase !== null && value !== null)
  if (told.length === 0) return programme.summary
  const pieces = composeSentence(
    w.lang,
    told.map(({ phrase }) => phrase ?? ''),
  )
  const unit = place ? capital(inlineName(w.lang, place.unit)) : ''
  return html`${unit} ${pieces.map((piece) =>
    'text' in piece ? piece.text : toldFigure(w, here, told[piece.figure]!),
  )}.`
}

function reached(w: Words, { figure, parts }: Confluence): string {
  const judged = parts.filter(({ attainment }) => attainment !== null)
  if (judged.length === 0) return ''
  return w.t('portal.programme.reached', {
    met: w.count(judged.filter(({ attainment }) => attainment?.met).length),
    count: w.count(judged.length),
    kinds: w.kinds(kindsOf(judged.map(({ unit }) => unit)), judged.length),
    label: inSentence(figure.label),
  })
}

function behind(w: Words, figures: readonly Figure[]): string {
  const labels = figures.filter(({ attainment }) => attainment && !attainment.met).map(({ label }) => label)
  if (labels.length === 0) return ''
  return w.t('portal.programme.behind', { labels: capital(formatList(w.lang, labels.map(inSentence))) })
}
