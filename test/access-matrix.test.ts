// Who may do what, where, in one table. It is written by hand: what the code says is compared with what was meant.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endpoints, importFormats } from '../src/app.ts'
import { appealsAccess } from './access/appeals.ts'
import { auditAccess } from './access/audit.ts'
import { choosingAccess } from './access/choosing.ts'
import { coverageAccess } from './access/coverage.ts'
import { directiveAccess } from './access/directives.ts'
import { dutyAccess } from './access/duties.ts'
import { fileAccess } from './access/files.ts'
import { gradingsAccess } from './access/gradings.ts'
import { indicatorAccess } from './access/indicators.ts'
import { inspectionAccess } from './access/inspections.ts'
import { managingAccess } from './access/managing.ts'
import { organisationAccess } from './access/organisation.ts'
import { outreachAccess } from './access/outreach.ts'
import { PEOPLE, peopleOf, type Row } from './access/people.ts'
import { peopleAdminAccess } from './access/people-admin.ts'
import { peopleRecordsAccess } from './access/people-records.ts'
import { plansAccess } from './access/plans.ts'
import { programmeAccess } from './access/programmes.ts'
import { resultsAccess } from './access/results.ts'
import { schemeAccess } from './access/schemes.ts'
import { scoringAccess } from './access/scoring.ts'
import { searchAccess } from './access/search.ts'
import { sessionAccess } from './access/session.ts'
import { studySessionAccess } from './access/sessions.ts'
import { surveysAccess } from './access/surveys.ts'
import { workAccess } from './access/work.ts'
import { workbookAccess } from './access/workbook.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'
import type { Client, Persona } from './persona.ts'

const TABLE: Row[] = [
  ...resultsAccess,
  ...fileAccess,
  ...sessionAccess,
  ...peopleAdminAccess,
  ...organisationAccess,
  ...auditAccess,
  ...indicatorAccess,
  ...programmeAccess,
  ...outreachAccess,
  ...searchAccess,
  ...managingAccess,
  ...inspectionAccess,
  ...workAccess,
  ...workbookAccess,
  ...choosingAccess,
  ...dutyAccess,
  ...coverageAccess,
  ...studySessionAccess,
  ...directiveAccess,
  ...plansAccess,
  ...scoringAccess,
  ...surveysAccess,
  ...schemeAccess,
  ...appealsAccess,
  ...peopleRecordsAccess,
  ...gradingsAccess,
]

/** Imports are one endpoint; the permission is the format's. `everywhere`: a grant at one district is not enough. */
const IMPORTS: [format: string, place: 'everywhere' | 'somewhere', may: string][] = [
  ['units', 'everywhere', 'administrator office'],
  ['succession', 'everywhere', 'administrator office'],
  ['borders', 'everywhere', 'administrator office'],
  ['people', 'somewhere', 'office officer'],
  ['indicators', 'everywhere', 'administrator office'],
  ['targets', 'somewhere', 'administrator office'],
  ['scheme', 'everywhere', 'administrator office'],
  ['grade-rules', 'everywhere', 'administrator office'],
  ['scores', 'somewhere', 'administrator office'],
  ['values', 'somewhere', 'administrator office'],
  ['directives', 'somewhere', 'administrator office'],
  ['duties', 'somewhere', 'administrator office'],
]

const columns = (may: string) => {
  const allowed = peopleOf(may)
  return PEOPLE.map((persona) => ({ persona, allowed: allowed.has(persona) }))
}

async function matrixHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  return house
}

/** Allowed is whatever else happens to the call afterwards. */
async function isAllowed(client: Client, [endpoint, call, , body]: Row, unit: string): Promise<boolean> {
  const method = endpoint.split(' ')[0]!.toLowerCase() as keyof Client
  const path = call.replace('{unit}', unit)
  const answer = method === 'get' ? await client.get(path) : await client[method](path, body)
  assert.notEqual(answer.status, 500, `${endpoint}: ${await answer.clone().text()}`)
  assert.notEqual(answer.status, 400, `${endpoint}: ${await answer.clone().text()}`)
  if (answer.status < 400) return true
  const { code } = (await answer.json()) as { code: string }
  return code !== 'auth.required' && code !== 'auth.forbidden'
}

describe('the table of access', () => {
  test('has a row for every endpoint, and none for what is not there', () => {
    const named = endpoints.map(({ contract }) => `${contract.method} ${contract.path}`)
    const rows = new Set([...TABLE.map(([endpoint]) => endpoint), 'POST /api/v1/imports'])
    assert.deepEqual([...rows].sort(), [...new Set(named)].sort())
    assert.equal(new Set(named).size, named.length)
  })

  test('has a row for every import format', () => {
    assert.deepEqual(IMPORTS.map(([format]) => format).sort(), importFormats.map(({ name }) => name).sort())
  })

  for (const row of TABLE) {
    const [endpoint, call, may] = row
    const hasPlace = call.includes('{unit}')
    test(`${endpoint}${call.includes('state=submitted') ? ' of what is only submitted' : ''}`, async () => {
      await using house = await matrixHouse()
      const isOpen = peopleOf(may).has('nobody')
      for (const { persona, allowed } of columns(may)) {
        const check = async (client: Client, unit: string, expected: boolean, where: string) =>
          assert.equal(await isAllowed(client, row, unit), expected, `${persona} ${where}`)

        const isGeneral = ['administrator', 'office', 'leader', 'auditor'].includes(persona)
        await check(house.as(persona, 'D1'), 'A', allowed, 'inside the subtree')
        if (!hasPlace) continue
        await check(house.as(persona, 'D1'), 'D1', allowed, 'at its very unit')
        await check(house.as(persona, 'D1'), 'B', isOpen, 'outside the subtree')
        await check(house.as(persona, 'D1'), 'P', isOpen, 'above')
        if (isGeneral) await check(house.as(persona), 'B', allowed, 'everywhere')
      }
      assert.deepEqual(house.log, [])
    })
  }

  for (const [format, place, may] of IMPORTS)
    test(`POST /api/v1/imports of ${format}`, async () => {
      await using house = await matrixHouse()
      const { required, reads } = importFormats.find(({ name }) => name === format)!
      const file =
        reads === 'table' ? `${required.join(',')}\n` : '{"type":"FeatureCollection","features":[]}'
      const row: Row = ['POST /api/v1/imports', `/api/v1/imports?format=${format}`, may]
      const send = async (persona: Persona, unit: string) => {
        const client = house.as(persona, unit)
        const post: Client['post'] = (path) => client.post(path, file, { 'content-type': 'text/csv' })
        return isAllowed({ ...client, post }, row, unit)
      }
      for (const { persona, allowed } of columns(may)) {
        assert.equal(await send(persona, 'D1'), allowed && place === 'somewhere', `${persona} at a district`)
        assert.equal(await send(persona, 'P'), allowed, `${persona} at every root`)
      }
    })
})
