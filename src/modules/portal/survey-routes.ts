// The answer sheet of a survey: opened by a token, sent back as a form. It is kept by nobody on the way.

import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { handInAnswers, readAnswerSheet } from '#modules/assessments/index.ts'
import type { Deps } from '#platform/http/deps.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { broken, send, sourceOf } from './answer.ts'
import { bareFrame } from './load/year.ts'
import { surveyMessagePage } from './pages/message.ts'
import { surveyPage } from './pages/survey.ts'
import { wordsOf } from './parts/words.ts'
import { pathTo } from './paths.ts'

/** In the place of a token: where whoever has answered is sent, so that loading again sends nothing again. */
const THANKS = 'thanks'
const MAX_FORM_BYTES = 20_000
/** As many as a questionnaire can have. */
const MOST_QUESTIONS = 60

type Place = { prefix: string; lang: Lang }

export function surveyPages(app: Hono, deps: Deps, { prefix, lang }: Place): void {
  const path = `${prefix}/surveys/:token`
  app.get(path, (c) => guarded(c, deps, lang, () => showSheet(c, deps, lang)))
  app.post(path, bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) =>
    guarded(c, deps, lang, () => takeSheet(c, deps, lang)),
  )
}

async function guarded(c: Context, deps: Deps, lang: Lang, work: () => Promise<Response>): Promise<Response> {
  c.header('x-robots-tag', 'noindex')
  try {
    return await work()
  } catch (error) {
    return broken(c, deps, wordsOf(lang), error)
  }
}

const tokenIn = (c: Context): string => c.req.param('token') ?? ''

async function showSheet(c: Context, deps: Deps, lang: Lang, isBlank = false): Promise<Response> {
  const token = tokenIn(c)
  const source = sourceOf(deps, lang)
  const w = wordsOf(lang)
  const frame = await bareFrame(source, { kind: 'survey', token })
  if (token === THANKS) return send(c, surveyMessagePage(w, frame, 'thanks'))
  const sheet = await readAnswerSheet(source.db, token, source.today)
  if (sheet.state === 'open') return send(c, surveyPage(w, { ...frame, sheet, isBlank }), isBlank ? 400 : 200)
  return send(c, surveyMessagePage(w, frame, sheet.state), sheet.state === 'unknown' ? 404 : 200)
}

async function takeSheet(c: Context, deps: Deps, lang: Lang): Promise<Response> {
  const form = await c.req.parseBody()
  const picks = Array.from({ length: MOST_QUESTIONS }, (_, n) => optionIn(form[`q${n + 1}`]))
  try {
    const { today } = sourceOf(deps, lang)
    await deps.transact((tx) => handInAnswers(tx, tokenIn(c), picks, today))
  } catch (error) {
    // Used, over, unknown, left blank: the sheet itself says which
    if (error instanceof Problem && error.code.startsWith('survey.')) return showSheet(c, deps, lang, true)
    throw error
  }
  return c.redirect(pathTo({ lang, page: { kind: 'survey', token: THANKS } }), 303)
}

const optionIn = (field: unknown): number | null =>
  typeof field === 'string' && /^[1-9]$/.test(field) ? Number(field) : null
