// Loads the demo through the product's own doors: its import formats, and the same rules that reports go through.

import { dayOf } from '#kernel/day.ts'
import { assessmentFormats } from '#modules/assessments/index.ts'
import { directivesFormat, dutiesFormat } from '#modules/directives/index.ts'
import { foldAll, indicatorFormats } from '#modules/indicators/index.ts'
import { organisationFormats } from '#modules/organisation/index.ts'
import { programmeFormats } from '#modules/programmes/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { House } from '#platform/db/house.ts'
import { markDemo } from '#platform/db/installation.ts'
import { receive } from '#platform/files/receive.ts'
import { type Actor, OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { runImport } from '#platform/imports/run-import.ts'
import { appeal } from './load/appealed.ts'
import { chooseContents } from './load/chosen.ts'
import { keepOpen, setCutoffs } from './load/cutoff.ts'
import { BROUGHT_IN, SET_UP } from './load/days.ts'
import { defineForms, defineProgrammes, defineSources } from './load/definitions.ts'
import { gradeSubjects } from './load/graded.ts'
import { inspect } from './load/inspected.ts'
import { openAccounts } from './load/people.ts'
import { placeUnits } from './load/places.ts'
import { issuePlans } from './load/planned.ts'
import { pathOf } from './load/read.ts'
import { liveReports } from './load/reports.ts'
import { scoreDistricts } from './load/scored.ts'
import { recordOutreach, recordStudy } from './load/studied.ts'

export { demoAccounts } from './load/people.ts'

const FORMATS = [
  ...organisationFormats,
  ...indicatorFormats,
  ...programmeFormats,
  directivesFormat,
  dutiesFormat,
  ...assessmentFormats,
]

/** Of 2020 and 2021; the others of the folder come in as they are needed. */
const RULES = ['grade-rules/qd132-to-chuc.json', 'grade-rules/nd90.json']

/**
 * Fills a new, migrated database with the demo and marks it for good: all in one transaction, so that there is no half
 * a demo. The accounts' password is the configuration's.
 */
export async function loadDemo(house: House): Promise<void> {
  await house.transact(async (tx) => {
    await bringIn(tx, ['units.csv', 'succession.csv'], OPERATOR, SET_UP)
    await bringIn(tx, ['party-units.csv'], OPERATOR, SET_UP)
    await placeUnits(tx)
    const personOf = await openAccounts(tx, house.config.demoPassword)
    await defineSources(tx)
    await bringIn(tx, ['indicators.csv', 'directives.csv'], personOf('vanphong'), SET_UP)
    await defineForms(tx)
    await setCutoffs(tx, personOf('vanphong'))
    await chooseContents(tx, personOf('vanphong'))
    await bringIn(tx, ['targets.csv'], personOf('vanphong'), SET_UP)
    await defineProgrammes(tx)
    await liveReports(tx, personOf)
    await bringIn(tx, ['values.csv', 'duties.csv'], personOf('vanphong'), BROUGHT_IN)
    await issuePlans(tx, personOf('vanphong'))
    await recordStudy(tx, personOf('vanphong'))
    await recordOutreach(tx, personOf('vanphong'))
    await bringIn(tx, ['par-scheme.json', 'pari-scheme.json'], personOf('vanphong'), SET_UP)
    await bringIn(tx, ['scores.csv', 'pari-scores.csv'], personOf('vanphong'), BROUGHT_IN)
    await appeal(tx, personOf, await scoreDistricts(tx, personOf('vanphong')))
    await bringIn(tx, ['people.csv'], personOf('vanphong'), BROUGHT_IN)
    await bringIn(tx, RULES, personOf('vanphong'), SET_UP, 'grade-rules')
    await gradeSubjects(tx, personOf('vanphong'))
    await keepOpen(tx, personOf('vanphong'))
    await markDemo(tx)
    await inspect(tx, personOf)
    await writeAudit(tx, OPERATOR, BROUGHT_IN, { action: 'demo.load', subject: 'installation' })
  })
  await foldAll(house.transact)
}

/** Imports the demo's own files; a refused row is a fault of the demo and stops everything. */
async function bringIn(
  tx: Tx,
  names: readonly string[],
  actor: Actor,
  now: Date,
  format?: string,
): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const files = await Array.fromAsync(names, async (name) =>
    stack.use(await receive({ name, path: pathOf(name) })),
  )
  const { answer } = await runImport(tx, {
    formats: FORMATS,
    files,
    format: FORMATS.find(({ name }) => name === format),
    dryRun: false,
    keepGood: false,
    actor,
    now,
    today: dayOf(now),
    t: translator('en'),
    audit: (entry) => writeAudit(tx, actor, now, entry),
  })
  if (answer.rejectedCount > 0) throw new Error(`The demo is not whole: ${JSON.stringify(answer.rejected)}`)
}
