// A person's record to take along: as data, or as a page to read and print.

import { html } from 'hono/html'
import type { Download } from '#kernel/contract.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { translator } from '#platform/i18n/translate.ts'
import type { PersonRecord, RecordedGrade } from '../api/people-record.ts'

/** `json` holds everything; `html` is the same for people. */
export async function recordFile(record: PersonRecord, form: 'json' | 'html', lang: Lang): Promise<Download> {
  const name = `ho-so-${record.person.code}.${form}`
  const text = form === 'json' ? JSON.stringify(record, null, 2) : await page(record, lang)
  const content = new TextEncoder().encode(text)
  const mediaType = form === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
  return { name, mediaType, bytes: content.length, content }
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.3rem .5rem;text-align:left}'

type Tell = (key: string, values?: Record<string, unknown>) => string

async function page({ person, posts, grades, readings, keptUntil }: PersonRecord, lang: Lang) {
  const t: Tell = translator(lang)
  const title = t('record.title', { name: person.name })
  return String(
    await html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
<p>${t('record.code')}: ${person.code}. ${t('record.account')}: ${person.account ?? '–'}.
${t('record.keptUntil')}: ${keptUntil ?? '–'}.</p>
<h2>${t('record.posts')}</h2>
${table(posts.map(({ unit, title: post, group, from, to }) => [unit.name, post, group, from, to]))}
${grades.map((grade) => section(grade, t))}
<h2>${t('record.readings')}</h2>
${table(readings.map(({ at, by, what }) => [at, by, what]))}
</body></html>`,
  )
}

const table = (rows: readonly (readonly (string | null)[])[]) =>
  rows.length === 0
    ? html`<p>–</p>`
    : html`<table>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell ?? ''}</td>`)}</tr>`)}</table>`

function section(grade: RecordedGrade, t: Tell) {
  const { grading, rules, unit, title, decided, commitments, facts, self, proposal } = grade
  const scores = [self, proposal].flatMap((side, n) =>
    (side?.parts ?? []).map(({ part, values, points, by, at }) => [
      t(n === 0 ? 'record.self' : 'record.proposal'),
      part,
      Object.entries(values)
        .map(([code, value]) => `${code}: ${value}`)
        .join('; '),
      points,
      by,
      at,
    ]),
  )
  return html`<h2>${grading.name} (${grading.period})</h2>
<p>${rules.name}. ${rules.basis}. ${unit.name}, ${title}. ${t('record.grade')}: ${decided ?? '–'}.</p>
<h3>${t('record.facts')}</h3>
${table(
  facts.map((fact) => [
    t(`record.step.${fact.step}`),
    fact.grade,
    fact.body,
    fact.text,
    fact.ballot && JSON.stringify(fact.ballot.votes),
    fact.number,
    fact.on,
    fact.by,
    fact.at,
  ]),
)}
<h3>${t('record.scores')}</h3>
${table(scores)}
<h3>${t('record.commitments')}</h3>
${table(commitments.map(({ text, measure, outcome, result, by, at }) => [text, measure, outcome, result, by, at]))}`
}
