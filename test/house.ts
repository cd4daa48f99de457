// The whole application for a test: a database that forgets, people with roles in a small country, and a clock.

import type { Hono } from 'hono'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { composeApp, importFormats } from '../src/app.ts'
import { dayOf } from '../src/kernel/day.ts'
import { type Client, openClient, type Persona } from './persona.ts'
import { type Scratch, scratchHouse } from './scratch.ts'

/** One country under two roofs: what is held at D1 reaches A and A2 but not B. */
export const COUNTRY = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh Sơn La,tỉnh,,,
D1,Huyện Sông Mã,huyện,P,,
D2,Huyện Mường La,huyện,P,,
A,Xã Nà Nghịu,xã,D1,,
A2,Xã Chiềng Cang,xã,D1,,
B,Xã Mường Bú,xã,D2,,
`

export type TestHouse = Scratch & {
  app: Hono
  /** What the clock says; a test may set it. */
  clock: { now: Date }
  /** Texts of unexpected errors. A test that causes none finds it empty. */
  log: string[]
  /** Brings a file in as the operator would; fails when a row is refused. */
  bring(format: string, csv: string): Promise<ImportAnswer>
  /** The same person each time, with the role at the persona's own unit of COUNTRY or at the unit with this code. */
  as(persona: Persona, unit?: string): Client
  /** Of all entries so far, in order. */
  auditActions(): Promise<string[]>
}

export async function testHouse({ now = '2022-01-15T02:00:00Z' } = {}): Promise<TestHouse> {
  const scratch = await scratchHouse()
  const clock = { now: new Date(now) }
  const log: string[] = []
  const clients = new Map<string, Client>()
  const app = composeApp(scratch, {
    now: () => clock.now,
    log: (text) => log.push(text),
    checkAnswers: true,
  })
  return {
    ...scratch,
    app,
    clock,
    log,
    async bring(format, csv) {
      const body = new Blob([csv]).stream()
      const answer = await importFiles(scratch, [{ name: `${format}.csv`, body }], {
        formats: importFormats,
        format: importFormats.find(({ name }) => name === format),
        dryRun: false,
        keepGood: false,
        actor: OPERATOR,
        now: clock.now,
        today: dayOf(clock.now),
        t: translator('en'),
      })
      if (answer.rejectedCount > 0) throw new Error(`${format} refused: ${JSON.stringify(answer.rejected)}`)
      return answer
    },
    as: (persona, unit) =>
      clients.getOrInsertComputed(`${persona} ${unit ?? ''}`, () =>
        openClient({ house: scratch, app, now: () => clock.now }, persona, unit),
      ),
    async auditActions() {
      const rows = await scratch.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()
      return rows.map(({ action }) => action)
    },
  }
}
