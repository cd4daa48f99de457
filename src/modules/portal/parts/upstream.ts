// The steps from a figure to its sources: the whole, its parts, one part's reports, their approvals, the evidence.
// A step that has nothing to show is left out.

import { html } from 'hono/html'
import { formatMeasure, scaled } from '#kernel/measure.ts'
import { capital, inlineName, kindsOf, shortName } from '#modules/organisation/rules/names.ts'
import { programmePath } from '../paths.ts'
import { decimalsOf, formatList } from '../rules/format.ts'
import { paged } from '../rules/question.ts'
import type { FigureView } from '../view.ts'
import { demoTag, figureText, scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import { paging } from './paging.ts'
import { bySize } from './parts-table.ts'
import { approvals, reportTables } from './reports.ts'
import { river } from './river.ts'
import { sourcesTable } from './sources-table.ts'
import type { Words } from './words.ts'

type Step = { id: string; kick: string; heading: string; body: Html }

export function upstream(w: Words, view: FigureView): Html {
  const steps = [...wholeAndParts(w, view), ...counted(w, view), ...reports(w, view), ...evidence(w, view)]
  if (steps.length === 0) return html``
  return html`<ol class="line">${steps.map(
    ({ id, kick, heading, body }, i) => html`
<li class="step" id="${id}"><p class="kick">${i + 1}. ${kick}</p>
<h2>${heading}</h2>
${body}</li>`,
  )}</ol>`
}

function wholeAndParts(w: Words, view: FigureView): Step[] {
  const { figure, parts, place, here, demo, opened } = view
  if (parts.length === 0 || figure.value === null) return []
  const text = figureText(w, figure)
  const kinds = w.kinds(kindsOf(parts.map(({ unit }) => unit)), 2)
  const giving = parts.filter(({ value }) => value !== null).length
  const { rows, at, pages } = paged(bySize(parts), view.page)
  const words = {
    caption: w.t('portal.figure.parts.caption', { text, kinds }),
    first: capital(kinds),
    rows,
  }
  return [
    {
      id: 'toan-bo',
      kick: place ? capital(w.kinds([place.unit.kind], 1)) : w.t('portal.all'),
      heading: place ? `${capital(text)}, ${inlineName(w.lang, place.unit)}` : capital(text),
      body: river(w, view, { here, demo, link: false, ...(opened && { opened: opened.unit.code }) }),
    },
    {
      id: 'phan',
      kick: capital(kinds),
      heading: w.t('portal.figure.parts', { count: w.count(giving) }),
      body: html`${sourcesTable(w, here, view, words)}${paging(w, here, at, pages, 'phan')}
<p class="note">${w.t('portal.figure.rounding')} ${missing(w, view)}${demoTag(w, demo, 'parts')}</p>`,
    },
  ]
}

/** How many have not reported, and who as long as they are few. */
function missing(w: Words, { figure: { reported, expected }, parts }: FigureView): string {
  if (reported >= expected) return ''
  const names = parts.filter((part) => part.reported < part.expected).map(({ unit }) => shortName(unit))
  const few = names.length > 0 && names.length <= 5 ? formatList(w.lang, names) : 'many'
  return w.t('portal.figure.missing', { count: w.count(expected - reported), units: few })
}

/** A figure that counts programmes names them. */
function counted(w: Words, { counted: programmes, here }: FigureView): Step[] {
  if (programmes.length === 0) return []
  const items = programmes.map(
    ({ slug, name }) => html`<li><a href="${programmePath(here, slug)}">${name}</a></li>`,
  )
  return [
    {
      id: 'duoc-dem',
      kick: w.t('portal.counted'),
      heading: w.t('portal.counted.heading', { count: w.count(programmes.length) }),
      body: html`<ul class="list">${items}</ul>`,
    },
  ]
}

function reports(w: Words, { opened, figure, demo }: FigureView): Step[] {
  if (!opened || opened.reports.length === 0) return []
  const scale = scaleOf(w, figure)
  const value =
    opened.value === null
      ? w.t('portal.no-value')
      : formatMeasure(w.lang, opened.value, scale, decimalsOf([scaled(opened.value, scale)]))
  const [only, ...more] = opened.reports
  const version = more.length === 0 ? only?.versions.find(({ state }) => state === 'in-force') : undefined
  const imported = opened.reports.every(({ versions }) => versions.every((v) => v.imported))
  const which = version ? `, ${w.t('portal.version', { version: String(version.version) })}` : ''
  return [
    {
      id: 'bao-cao',
      kick: w.t('portal.report'),
      heading: `${opened.unit.name}: ${value}${which}`,
      body: reportTables(w, opened, demoTag(w, demo, 'parts')),
    },
    {
      id: 'phe-duyet',
      kick: w.t('portal.approval'),
      heading: w.t(imported ? 'portal.approval.imported' : 'portal.approval.heading'),
      body: approvals(w, opened.reports),
    },
  ]
}

function evidence(w: Words, { evidence: files }: FigureView): Step[] {
  if (files.length === 0) return []
  const items = files.map(({ name, sha256 }) => {
    const grouped = sha256.match(/.{1,4}/g)?.join(' ') ?? ''
    return html`<li>${name}<br><span class="hash">sha256 ${grouped}</span></li>`
  })
  return [
    {
      id: 'minh-chung',
      kick: w.t('portal.evidence'),
      heading: w.t('portal.evidence.heading', { count: files.length }),
      body: html`<ul class="files s">${items}</ul>`,
    },
  ]
}
