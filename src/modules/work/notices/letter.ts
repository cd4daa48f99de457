import { html } from 'hono/html'
import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { type Lang, type Translate, translator } from '#platform/i18n/translate.ts'
import { groupNews, type NewsGroup } from '../rules/group-news.ts'
import { noticeLink } from '../rules/links.ts'
import type { Notice } from '../schema.ts'

export type Letter = { subject: string; text: string; html: string }
/** What one notice says in a letter: what it is about, why or by when, and where to go. */
type Line = { about: string; said: string; url: string }
/** Letters of a task that are told. */
const BRIEF = 120
type Group = { title: string; lines: Line[]; more: string | null }

/**
 * A letter of notices: several at once, or a day's digest. Plain text and HTML say the same.
 *
 * @param home address of the workspace, such as `https://songma.example/app`.
 * @param on the day it goes, for its subject.
 */
export async function writeLetter(
  notices: readonly Notice[],
  { lang, home, on }: { lang: Lang; home: string; on: Day },
): Promise<Letter> {
  const t = translator(lang)
  const news = groupNews(notices)
  const groups = news.map((group) => tellGroup(group, t, lang, home))
  const end = { work: `${home}/`, settings: `${home}/notices` }
  return {
    subject: subjectOf(news, groups, t, on),
    text: asText(groups, end, t),
    html: await asHtml(groups, end, t, lang),
  }
}

function subjectOf(
  news: readonly NewsGroup<Notice>[],
  groups: readonly Group[],
  t: Translate,
  on: Day,
): string {
  if (news.length === 1 && news[0]!.count === 1)
    return t('mail.subject.one', { kind: t(`mail.kind.${news[0]!.kind}`), about: groups[0]!.lines[0]!.about })
  const counts = news.map(({ kind, count }) => `${count} ${inSentence(t(`mail.kind.${kind}`))}`)
  return t('mail.subject.many', { day: tellDay(on), counts })
}

const inSentence = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

function tellGroup(group: NewsGroup<Notice>, t: Translate, lang: Lang, home: string): Group {
  const lines = group.shown.map((notice) => ({
    about: aboutOf(notice, t, lang),
    said: saidOf(notice, t),
    url: `${home}${noticeLink(notice)}`,
  }))
  const title = t('mail.group', { kind: t(`mail.kind.${group.kind}`), count: group.count })
  return { title, lines, more: group.more > 0 ? t('mail.more', { count: group.more }) : null }
}

function aboutOf({ form, period, duty, judged, unit, units }: Notice, t: Translate, lang: Lang): string {
  const where = unit ? unit.name : t('mail.units', { count: units })
  const what = duty ? [`${duty.directive.number}: ${brief(duty.task)}`] : []
  if (judged && period !== null) {
    const title = t(`app.work.step.${judged.step}`, { name: judged.name, subjects: units })
    return [title, tellPeriod(t, period), where].join(' · ')
  }
  const name = form && lang === 'en' ? (form.nameEn ?? form.name) : form?.name
  const asked = form && name && period !== null ? [name, tellPeriod(t, period)] : []
  return [...what, ...asked, where].join(' · ')
}

/** A task is told in a line; the whole of it stands where the line leads. */
const brief = (task: string): string => {
  const line = task.replace(/\s+/g, ' ')
  return line.length > BRIEF ? `${line.slice(0, BRIEF - 1).trimEnd()}…` : line
}

function saidOf({ kind, reason, by, at, dueOn }: Notice, t: Translate): string {
  if (kind === 'returned' && reason)
    return t('mail.said.returned', { reason, by: by ?? '', at: tellInstant(at) })
  if (kind === 'extended' && reason && dueOn)
    return t('mail.said.extended', { reason, by: by ?? '', day: tellDay(dueOn) })
  if (kind === 'due' || kind === 'overdue' || kind === 'assigned' || (kind === 'check' && by === null))
    return dueOn ? t('mail.said.due', { day: tellDay(dueOn) }) : ''
  return by === null ? '' : t('mail.said.done', { by, at: tellInstant(at) })
}

function asText(groups: readonly Group[], end: { work: string; settings: string }, t: Translate): string {
  const told = groups.flatMap(({ title, lines, more }) => [
    title,
    ...lines.flatMap(({ about, said, url }) => [`- ${about}`, ...(said ? [`  ${said}`] : []), `  ${url}`]),
    ...(more ? [more] : []),
    '',
  ])
  const foot = [`${t('mail.open')}: ${end.work}`, `${t('mail.choose')}: ${end.settings}`]
  return [...told, ...foot, ''].join('\n')
}

const LINK = 'color:#0b5f5a;font-weight:600'
const QUIET = 'color:#44544f;font-size:14px'

async function asHtml(
  groups: readonly Group[],
  end: { work: string; settings: string },
  t: Translate,
  lang: Lang,
): Promise<string> {
  const told = groups.map(
    ({ title, lines, more }) => html`<h2 style="font-size:16px;margin:20px 0 6px">${title}</h2>
${lines.map(
  ({ about, said, url }) =>
    html`<p style="margin:0 0 10px"><a href="${url}" style="${LINK}">${about}</a>${
      said ? html`<br><span style="${QUIET}">${said}</span>` : ''
    }</p>
`,
)}${more ? html`<p style="${QUIET}">${more}</p>` : ''}`,
  )
  const page = await html`<!doctype html>
<html lang="${lang}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5;color:#12211e;max-width:600px">
${told}
<p style="margin-top:24px"><a href="${end.work}" style="${LINK}">${t('mail.open')}</a></p>
<p style="${QUIET}"><a href="${end.settings}" style="color:#44544f">${t('mail.choose')}</a></p>
</body></html>`
  return String(page)
}

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** `2021Q3` as `Quý III năm 2021`. */
function tellPeriod(t: Translate, code: string): string {
  const period = parsePeriod(code)!
  const part = code.replace(/^\d{4}[A-Z]?/, '')
  const number = period.kind === 'quarter' ? ROMAN[Number(part)]! : part.replace(/^0/, '')
  const last = period.endsOn.slice(0, 4)
  return t(`app.period.${period.kind}.long`, { year: code.slice(0, 4), number, last })
}

const tellDay = (day: Day): string => day.split('-').reverse().join('/')
const tellInstant = (iso: string): string => {
  const there = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString()
  return `${there.slice(11, 16)} ${tellDay(there.slice(0, 10))}`
}
