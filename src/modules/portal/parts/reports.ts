// The reports of one commune behind a figure: every version stays, the returned ones too, with who did what when.

import { html } from 'hono/html'
import { dayOf } from '#kernel/day.ts'
import { type Scale, scaled, scaleFor } from '#kernel/measure.ts'
import { decimalsOf, formatDay, formatTime, scaleName } from '../rules/format.ts'
import type { OpenedPart, ReportVersion, ReportView } from '../view.ts'
import { cell } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

type Column = { label: string; scale: Scale; places: number }

/** The versions of each report as a table, newest first; `after` follows the last note. */
export function reportTables(w: Words, { reports, more }: OpenedPart, after: Html): Html {
  const many = reports.length > 1
  const names = many ? '' : `${reports.map((report) => nameOf(w, report)).join('')}. `
  const rest = more > 0 ? ` ${w.t('portal.reports.more', { count: w.count(more) })}` : ''
  return html`${reports.map((report) => reportTable(w, report, many))}
<p class="note">${names}${w.t('portal.report.kept')}${rest}${after}</p>`
}

const nameOf = (w: Words, { form, period, unitName }: ReportView): string =>
  w.t('portal.report.name', { form, period: w.period(period), unit: unitName })

function reportTable(w: Words, report: ReportView, many: boolean): Html {
  const columns = columnsOf(w, report)
  const row = (version: ReportVersion) => {
    const counts = version.state === 'in-force'
    const values = columns.map(({ scale, places }, i) => {
      const value = cell(w, version.values[i] ?? null, scale, places)
      return html`<td>${counts ? html`<b>${value}</b>` : value}</td>`
    })
    return html`
<tr${counts ? '' : html` class="none"`}><th scope="row">${version.version}</th>
<td class="tl">${submitted(w, version)}</td>${values}<td class="tl">${outcome(w, version)}</td></tr>`
  }
  const scrolls = columns.length > 1 ? html` tabindex="0" role="group" aria-label="${nameOf(w, report)}"` : ''
  return html`<div class="tw"${scrolls}><table>
<caption${many ? '' : html` class="vh"`}>${nameOf(w, report)}</caption>
<thead><tr><th scope="col">${w.t('portal.report.version')}</th>
<th scope="col" class="tl">${w.t('portal.report.submitted')}</th>
${columns.map(({ label, scale }) => html`<th scope="col">${label}, ${scaleName(scale)}</th>`)}
<th scope="col" class="tl">${w.t('portal.report.outcome')}</th></tr></thead>
<tbody>${report.versions.map(row)}</tbody>
</table></div>${reasons(w, report)}`
}

const columnsOf = (w: Words, { columns, versions }: ReportView): Column[] =>
  columns.map(({ label, unitOfMeasure }, i) => {
    const values = versions.map((version) => version.values[i] ?? null)
    const scale = scaleFor(w.lang, unitOfMeasure, w.measure(unitOfMeasure), values)
    return { label, scale, places: decimalsOf(values.map((value) => value && scaled(value, scale))) }
  })

const submitted = (w: Words, { submittedAt, imported }: ReportVersion): string => {
  if (imported) return w.t('portal.report.imported')
  return submittedAt ? formatDay(w.lang, dayOf(submittedAt)) : ''
}

const outcome = (w: Words, { state, decidedAt }: ReportVersion): string => {
  const said = w.t(state === 'returned' ? 'portal.report.returned' : 'portal.report.approved')
  return decidedAt ? `${said} ${formatDay(w.lang, dayOf(decidedAt))}` : said
}

/** Why versions were sent back, in the verifier's words. */
function reasons(w: Words, { versions }: ReportView): Html {
  const returned = versions.filter(({ reason }) => reason !== null)
  if (returned.length === 0) return html``
  const told = returned.map(({ version, reason }) =>
    w.t('portal.report.reason', { version: String(version), reason: reason ?? '' }),
  )
  return html`<ul class="note">${told.map((text) => html`<li>${text}</li>`)}</ul>`
}

/** What happened, in order, by roles and not by names. */
export function approvals(w: Words, reports: readonly ReportView[]): Html {
  const events = reports.flatMap((report) => {
    const which = reports.length > 1 ? ` (${report.unitName}, ${w.period(report.period)})` : ''
    return report.versions.flatMap((version) => eventsOf(w, version, which))
  })
  const sorted = events.sort((a, b) => a.at.getTime() - b.at.getTime())
  return html`<dl class="card when">${sorted.map(
    ({ at, text }) => html`
<div><dt><time datetime="${at.toISOString()}">${formatTime(w.lang, at)}</time></dt><dd>${text}</dd></div>`,
  )}</dl>`
}

function eventsOf(w: Words, version: ReportVersion, which: string): { at: Date; text: string }[] {
  const tell = (at: Date | null, event: string) =>
    at ? [{ at, text: w.t(`portal.event.${event}`, { version: String(version.version) }) + which }] : []
  const { imported, state, submittedAt, decidedAt } = version
  if (imported) return tell(decidedAt ?? submittedAt, 'imported')
  return [
    ...tell(submittedAt, 'submitted'),
    ...tell(decidedAt, state === 'returned' ? 'returned' : 'approved'),
  ]
}
