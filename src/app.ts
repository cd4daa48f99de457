// What the application is made of: the only file that names every module.

import { join } from 'node:path'
import type { Hono } from 'hono'
import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { appealEndpoints } from '#modules/assessments/appeals/routes.ts'
import { feedEndpoints } from '#modules/assessments/feed/routes.ts'
import { gradingEndpoints } from '#modules/assessments/grading/routes.ts'
import {
  assessmentFormats,
  gradingRecords,
  RESULT_SOURCES,
  resultCheck,
  resultRecords,
  roundRecords,
} from '#modules/assessments/index.ts'
import { resultEndpoints } from '#modules/assessments/results/routes.ts'
import { schemeEndpoints } from '#modules/assessments/schemes/routes.ts'
import { scoringEndpoints } from '#modules/assessments/scoring/routes.ts'
import { surveyEndpoints } from '#modules/assessments/surveys/routes.ts'
import { choosingEndpoints } from '#modules/directives/choosing/routes.ts'
import { coverageEndpoints } from '#modules/directives/coverage/routes.ts'
import { dutyEndpoints } from '#modules/directives/duties/routes.ts'
import {
  directiveRecords,
  directivesFormat,
  dutiesFormat,
  dutyCheck,
  dutyConsequences,
  dutyRecords,
  planRecords,
} from '#modules/directives/index.ts'
import { planEndpoints } from '#modules/directives/plans/routes.ts'
import { readFilesJob } from '#modules/directives/register/read-files.ts'
import { registerEndpoints } from '#modules/directives/register/routes.ts'
import { sessionEndpoints } from '#modules/directives/sessions/routes.ts'
import { STUDY_SOURCES, studyCheck, studyRecords } from '#modules/directives/sessions/sources.ts'
import { studyRecordsOnUnits } from '#modules/directives/store/unit-records.ts'
import {
  foldAll,
  indicatorChecks,
  indicatorFormats,
  markAllPending,
  registerSourceRecords,
  reportRecords,
} from '#modules/indicators/index.ts'
import { indicatorConsequences } from '#modules/indicators/managing/consequences.ts'
import { definitionEndpoints } from '#modules/indicators/managing/routes.ts'
import { indicatorEndpoints } from '#modules/indicators/routes.ts'
import { workbookFormat } from '#modules/indicators/workbook/bring-in.ts'
import { workbookEndpoints } from '#modules/indicators/workbook/routes.ts'
import { inspectionRecords } from '#modules/inspections/index.ts'
import { inspectionEndpoints } from '#modules/inspections/routes.ts'
import { settleClaims } from '#modules/organisation/access/claims.ts'
import { accessEndpoints } from '#modules/organisation/access/routes.ts'
import { auditEndpoints } from '#modules/organisation/audit/routes.ts'
import {
  organisationChecks,
  organisationEndpoints,
  organisationFormats,
  registerConsequences,
  registerRecordLookup,
  registerTreeListener,
  unitByCode,
} from '#modules/organisation/index.ts'
import { unitManagingEndpoints } from '#modules/organisation/managing/routes.ts'
import { peopleEndpoints } from '#modules/organisation/people/routes.ts'
import { outreachChecks, outreachRecords } from '#modules/outreach/index.ts'
import { outreachEndpoints } from '#modules/outreach/routes.ts'
import { portalPages } from '#modules/portal/routes.ts'
import { programmeChecks } from '#modules/programmes/checks.ts'
import { programmeFormats, programmeRecords, targetRecords } from '#modules/programmes/index.ts'
import { programmeConsequences } from '#modules/programmes/managing/consequences.ts'
import { programmeManagingEndpoints } from '#modules/programmes/managing/routes.ts'
import { installationEndpoint } from '#modules/programmes/routes/installation.ts'
import { programmeEndpoints } from '#modules/programmes/routes.ts'
import { searchEndpoints } from '#modules/search/routes.ts'
import { workJobs } from '#modules/work/jobs.ts'
import { workEndpoints } from '#modules/work/routes.ts'
import { auditCheck } from '#platform/audit/check.ts'
import { authenticator } from '#platform/auth/authenticate.ts'
import { authEndpoints } from '#platform/auth/routes.ts'
import type { Config } from '#platform/config.ts'
import type { House } from '#platform/db/house.ts'
import { copyFilesJob, forgetFilesJob } from '#platform/files/kept/jobs.ts'
import { fileEndpoints } from '#platform/files/kept/routes.ts'
import { createApp, type Pages } from '#platform/http/app.ts'
import { readProxies } from '#platform/http/client-address.ts'
import type { Deps } from '#platform/http/deps.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { forgetKeysJob } from '#platform/http/jobs.ts'
import { workspacePages } from '#platform/http/workspace.ts'
import type { ImportFormat } from '#platform/imports/format.ts'
import { importEndpoints } from '#platform/imports/routes.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Check } from '#platform/verify.ts'
import { askerAt } from './actor.ts'
import { heldBy } from './held.ts'
import { ROLES, roleMay } from './roles.ts'
import { standingOf } from './standing.ts'

/** A file is of the unit that holds the code in the period; without one, of whoever held it last. */
const daysOf = (period = '') => parsePeriod(period) ?? { startsOn: OPEN_START, endsOn: OPEN_END }

export const importFormats: readonly ImportFormat[] = [
  ...organisationFormats,
  ...indicatorFormats,
  ...programmeFormats,
  directivesFormat,
  dutiesFormat,
  ...assessmentFormats,
]

/** Every operation. How people sign in depends on where the server stands: its address, and another sign-in service. */
const endpointsAt = (place: Pick<Config, 'publicUrl' | 'oidc'>): readonly Endpoint[] => [
  ...authEndpoints({ standingOf, settleClaims }, place),
  ...importEndpoints(importFormats, [workbookFormat]),
  ...fileEndpoints(async (db, code, period) => (await unitByCode(db, code, daysOf(period)))?.id),
  ...organisationEndpoints,
  ...auditEndpoints,
  ...accessEndpoints({ roles: Object.keys(ROLES), heldBy }),
  ...unitManagingEndpoints,
  ...peopleEndpoints,
  ...indicatorEndpoints,
  ...definitionEndpoints,
  ...workbookEndpoints,
  ...programmeEndpoints,
  installationEndpoint,
  ...programmeManagingEndpoints,
  ...inspectionEndpoints,
  ...outreachEndpoints,
  ...choosingEndpoints,
  ...coverageEndpoints(heldBy),
  ...dutyEndpoints(heldBy),
  ...registerEndpoints,
  ...sessionEndpoints,
  ...planEndpoints,
  ...scoringEndpoints,
  ...surveyEndpoints,
  ...gradingEndpoints,
  ...schemeEndpoints,
  ...appealEndpoints(roleMay),
  ...feedEndpoints,
  ...resultEndpoints,
  ...searchEndpoints,
  ...workEndpoints(heldBy),
]

/** For whoever lists operations without calling them. */
export const endpoints = endpointsAt({ publicUrl: 'http://localhost', oidc: null })

/** The workspace is built into this folder by `scripts/build-web.ts`. */
const WORKSPACE = join(import.meta.dirname, '../dist/app')

export const pages: readonly Pages[] = [workspacePages(WORKSPACE), portalPages]

export const checks: readonly Check[] = [
  ...organisationChecks,
  ...indicatorChecks,
  ...programmeChecks,
  studyCheck,
  ...outreachChecks,
  dutyCheck,
  resultCheck,
  auditCheck,
]

/** Brings what is kept along the tree up to date: readings are right without it, and quicker after it. */
export const settle = (house: House): Promise<void> => foldAll(house.transact)

export const jobs: readonly Job[] = [
  forgetKeysJob,
  forgetFilesJob,
  copyFilesJob,
  readFilesJob,
  { name: 'rollup.fold', when: { everySeconds: 5 }, run: settle },
  ...workJobs(roleMay),
]

// Signals against the direction of imports: a module below is told what the ones above keep.
registerTreeListener(markAllPending)
registerRecordLookup(reportRecords)
registerRecordLookup(roundRecords)
registerRecordLookup(targetRecords)
registerRecordLookup(programmeRecords)
registerRecordLookup(inspectionRecords)
registerRecordLookup(outreachRecords)
registerRecordLookup(directiveRecords)
registerRecordLookup(studyRecordsOnUnits)
registerRecordLookup(dutyRecords)
registerRecordLookup(planRecords)
registerRecordLookup(gradingRecords)
registerConsequences(indicatorConsequences)
registerConsequences(programmeConsequences)
registerConsequences(dutyConsequences)
for (const source of RESULT_SOURCES) registerSourceRecords(source, resultRecords)
for (const source of STUDY_SOURCES) registerSourceRecords(source, studyRecords(source))

/**
 * The application on an opened database; `app.fetch` answers requests.
 *
 * @param around the clock and the log, where they are not the machine's own.
 */
export function composeApp(
  house: House,
  around: Partial<Pick<Deps, 'now' | 'log' | 'checkAnswers'>> = {},
): Hono {
  const { trustedProxy } = house.config
  const deps: Deps = {
    db: house.db,
    transact: house.transact,
    now: () => new Date(),
    log: (text) => console.error(text),
    authenticate: authenticator(house, askerAt(house.db)),
    ...(trustedProxy && { trustedProxies: readProxies(trustedProxy) }),
    ...around,
  }
  return createApp(deps, endpointsAt(house.config), pages)
}
